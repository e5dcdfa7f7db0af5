import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { languages } from "../../words/language.ts";
import { type Elsewhere, elsewhere } from "../sending/conflict-store.ts";

/** For how long a proposal, and the answer to it, makes sense. */
const lifetime = 7 * 86_400_000;

/**
 * Asks all others who may agree, with the announcement as it will look in each language before the question. Returns
 * how many they are; nobody: it cannot go out until there is another admin.
 */
export async function askOthers(
  tx: Prisma.TransactionClient,
  id: number,
  { by, now }: { by: number; now: Date },
): Promise<number> {
  const others = await tx.staffRole.findMany({
    where: { role: { in: ["owner", "admin"] }, personId: { not: BigInt(by) } },
    select: { personId: true },
    distinct: ["personId"],
  });
  // Proposed again after a refusal is asked again.
  const round = now.getTime();
  const deliveries = others.flatMap(({ personId }) =>
    [...languages, null].map((language, index) => ({
      personId: Number(personId),
      kind: language === null ? "announcement-proposed" : "announcement-preview",
      payload: { announcementId: id, ...(language === null ? {} : { language }) },
      lane: "urgent" as const,
      // One after the other, the question last.
      dueAt: new Date(round + index),
      expiresAt: new Date(round + lifetime),
      dedupeKey: `announcement-proposed:${id}:${round}:${personId}:${language ?? "ask"}`,
    })),
  );
  await enqueue(tx, deliveries);
  return others.length;
}

export type Refused = { kind: "refused" } | { kind: "your own" } | Elsewhere;

/** Does not agree: a proposal becomes its author's draft again, a correction is not made. Of the reason a line is kept. */
export async function refuse(
  database: Database,
  actor: Actor,
  { id, reason }: { id: number; reason: string | null },
): Promise<Acted<Refused>> {
  return actAs(database, actor, { action: "announcements.send" }, async (tx, audit): Promise<Refused> => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      UPDATE "Announcement" SET "refusal" = ${reason}, "confirmedBy" = CASE WHEN "audience" ->> 'kind' = 'people' THEN NULL ELSE "confirmedBy" END,
        "state" = CASE WHEN "audience" ->> 'kind' = 'people' THEN 'draft' ELSE 'cancelled' END::"AnnouncementState"
      WHERE "id" = ${id} AND "state" = 'proposed' AND "confirmedBy" <> ${BigInt(actor.by)} RETURNING "id"`;
    if (row === undefined) {
      const found = await elsewhere(tx, id);
      return found.state === "proposed" ? { kind: "your own" } : found;
    }
    await audit({
      subject: `announcement:${id}`,
      verb: "refuse",
      after: { state: "draft", ...(reason !== null && { reason }) },
    });
    await tellAuthor(tx, id, actor, false);
    return { kind: "refused" };
  });
}

/** Tells whoever proposed what a colleague said. */
export async function tellAuthor(queries: Queries, id: number, { by, now }: Actor, isAgreed: boolean): Promise<void> {
  const row = await queries.announcement.findUnique({ where: { id }, select: { authorId: true } });
  if (row?.authorId == null) return;
  await enqueue(queries, [
    {
      personId: Number(row.authorId),
      kind: "announcement-answered",
      payload: { announcementId: id, by, isAgreed },
      lane: "urgent",
      dueAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
      dedupeKey: `announcement-answered:${id}:${now.getTime()}`,
    },
  ]);
}

/** How many could agree to what this person proposes, and how many of them the question about it can reach. */
export async function countOthers(queries: Queries, by: number): Promise<{ count: number; reachable: number }> {
  const [row] = await queries.$queryRaw<{ count: number; reachable: number }[]>`
    SELECT count(*)::int AS "count", (count(*) FILTER (WHERE ${isReachable(Prisma.sql`o."personId"`)}))::int AS "reachable"
    FROM (SELECT DISTINCT "personId" FROM "StaffRole" WHERE "role" IN ('owner', 'admin') AND "personId" <> ${BigInt(by)}) o`;
  return row ?? { count: 0, reachable: 0 };
}

/** What colleagues know somebody by; null: erased. */
export async function findAuthorName(queries: Queries, personId: number | null): Promise<string | null> {
  if (personId === null) return null;
  const author = await queries.person.findUnique({ where: { id: BigInt(personId) }, select: { firstName: true } });
  return author?.firstName ?? null;
}
