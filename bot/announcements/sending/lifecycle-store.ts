import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { audienceSchema } from "../audience/audience.ts";
import { rowsOf } from "./rows.sql.ts";

/** What the runner does; each statement is guarded by the state, so that any number of instances may run. */

/** Rows cancelled by one statement. */
const share = 10_000;

/**
 * Takes one announcement whose time has come, and returns its id; a weekly one leaves its next one behind. A correction
 * waits while what it corrects is under way: whoever just gets the old text would be passed over; and while an earlier
 * correction is, or its text could be the last.
 */
export async function begin(database: Database, now: Date, cityZone: string): Promise<number | undefined> {
  return database.$transaction(async (tx) => {
    const [begun] = await tx.$queryRaw<{ id: number; isWeekly: boolean; audience: unknown }[]>`
      UPDATE "Announcement" SET "state" = 'preparing', "startedAt" = ${now}, "cutoffAt" = ${now} WHERE "id" = (
        SELECT s."id" FROM "Announcement" s
        WHERE s."state" = 'scheduled' AND coalesce(s."startAt", '-infinity') <= ${now} AND NOT EXISTS (
          SELECT 1 FROM "Announcement" o WHERE s."audience" ->> 'kind' = 'recipients'
            AND (o."id" = s."parentId" OR (
              o."parentId" = s."parentId" AND o."audience" ->> 'kind' = 'recipients' AND o."id" < s."id"))
            AND (o."state" IN ('preparing', 'running') OR EXISTS (
              SELECT 1 FROM "Delivery" d WHERE ${rowsOf(Prisma.sql`o."id"`, "claimed")})))
        ORDER BY s."startAt" NULLS FIRST, s."id" LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING "id", "isWeekly", "audience"`;
    if (begun === undefined) return undefined;
    if (begun.isWeekly) await repeat(tx, begun.id, now, cityZone);
    const audience = audienceSchema.parse(begun.audience);
    if (audience.kind === "recipients") {
      await dropEarlierCorrections(tx, { of: audience.announcementId, by: begun.id });
      if (audience.correction === "edit") await replaceTexts(tx, { of: audience.announcementId, by: begun.id });
    }
    return begun.id;
  });
}

/** Makes next week's, unless it would be too late: at the same wall clock, of a week that is still to come. */
async function repeat(tx: Prisma.TransactionClient, id: number, now: Date, cityZone: string): Promise<void> {
  const nextWeek = Prisma.sql`
    SELECT min(at) FROM generate_series(1, 53) AS week, LATERAL timezone(${cityZone},
      timezone(${cityZone}, coalesce(a."startAt", ${now}::timestamptz)) + week * interval '7 days') AS at
    WHERE at > ${now}`;
  await tx.$executeRaw`
    WITH next AS (
      INSERT INTO "Announcement" ("authorId", "state", "audience", "buttons", "startAt", "windowFrom", "windowUntil",
        "isWeekly", "repeatUntil", "parentId", "confirmedBy", "secondedBy", "audienceSize", "createdAt")
      SELECT "authorId", 'scheduled', "audience", "buttons", "nextAt", "windowFrom", "windowUntil", true, "repeatUntil", "id", "confirmedBy", "secondedBy", "audienceSize", ${now}
      FROM (SELECT a.*, (${nextWeek}) AS "nextAt" FROM "Announcement" a WHERE a."id" = ${id}) a
      WHERE "repeatUntil" IS NULL OR "nextAt" <= "repeatUntil" RETURNING "id"
    )
    INSERT INTO "AnnouncementText" ("announcementId", "language", "content")
    SELECT next."id", t."language", t."content" FROM next, "AnnouncementText" t WHERE t."announcementId" = ${id}`;
}

/** What an earlier correction has left would put its text over the later one's. */
async function dropEarlierCorrections(tx: Queries, { of, by }: { of: number; by: number }): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Announcement" SET "state" = 'cancelled'
    WHERE "parentId" = ${of} AND "audience" ->> 'kind' = 'recipients' AND "id" < ${by} AND "state" IN ('proposed', 'paused')`;
}

/** From now on, whoever did not get it yet gets the corrected text at once; next week's has it too. */
async function replaceTexts(tx: Prisma.TransactionClient, { of, by }: { of: number; by: number }): Promise<void> {
  const next = await tx.announcement.findMany({
    where: { parentId: of, isWeekly: true, state: "scheduled" },
    select: { id: true },
  });
  const ids = [of, ...next.map(({ id }) => id)];
  await tx.announcementText.deleteMany({ where: { announcementId: { in: ids } } });
  await tx.$executeRaw`
    INSERT INTO "AnnouncementText" ("announcementId", "language", "content")
    SELECT "id", "language", "content" FROM "AnnouncementText", unnest(${ids}::int[]) AS "id" WHERE "announcementId" = ${by}`;
  await tx.announcement.updateMany({ where: { id: of }, data: { edition: { increment: 1 } } });
}

export interface Agenda {
  /** To be put into the outbox, or further into it. */
  filling: number[];
  /** Cancelled, but not yet to the last row. */
  cancelled: number[];
  isRunning: boolean;
  /** When the next one is to begin. */
  nextAt: Date | null;
}

/** What there is to do; one look into a small table. */
export async function findAgenda(queries: Queries): Promise<Agenda> {
  const rows = await queries.$queryRaw<{ id: number; state: string; isFilled: boolean; startAt: Date | null }[]>`
    SELECT "id", "state"::text AS "state", "filledAt" IS NOT NULL AS "isFilled", "startAt" FROM "Announcement"
    WHERE "state" IN ('scheduled', 'preparing', 'running') OR ("state" = 'cancelled' AND "finishedAt" IS NULL)
    ORDER BY "startedAt", "id"`;
  const isGoing = ({ state }: { state: string }) => state === "preparing" || state === "running";
  const starts = rows.flatMap(({ state, startAt }) => (state === "scheduled" ? [startAt ?? new Date(0)] : []));
  return {
    filling: rows.filter((row) => isGoing(row) && !row.isFilled).map(({ id }) => id),
    cancelled: rows.filter(({ state }) => state === "cancelled").map(({ id }) => id),
    isRunning: rows.some(isGoing),
    nextAt: starts.length === 0 ? null : new Date(Math.min(...starts.map((at) => at.getTime()))),
  };
}

/**
 * Finishes those of which nothing waits any more, and returns their ids. Who had themselves erased before their turn has
 * no row any more, and counts as cancelled.
 */
export async function finish(queries: Queries, now: Date): Promise<number[]> {
  const rows = await queries.$queryRaw<{ id: number }[]>`
    UPDATE "Announcement" a SET "state" = 'done', "finishedAt" = ${now}, "cancelled" = a."cancelled" + a."audienceSize"
      - (a."sent" + a."blocked" + a."failed" + a."uncertain" + a."expired" + a."cancelled")
    WHERE a."state" = 'running' AND a."filledAt" IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM "Delivery" d WHERE ${rowsOf(Prisma.sql`a."id"`, "pending", "claimed")})
    RETURNING a."id"`;
  return rows.map(({ id }) => id);
}

/** Cancels what waits of a cancelled announcement, ten thousand rows a statement, and finishes it. */
export async function cancelRest(queries: Queries, id: number, now: Date): Promise<void> {
  for (;;) {
    const cancelled = await queries.$executeRaw`
      UPDATE "Delivery" SET "state" = 'cancelled', "settledAt" = ${now}, "reason" = 'announcement cancelled' WHERE "id" IN (
        SELECT d."id" FROM "Delivery" d WHERE ${rowsOf(id, "pending")} LIMIT ${share}::int FOR UPDATE SKIP LOCKED)`;
    if (cancelled < share) break;
  }
  // The audience of an announcement that was cancelled half-way is who was in the outbox by then.
  await queries.$executeRaw`
    UPDATE "Announcement" a SET "finishedAt" = ${now}, "audienceSize" = a."enqueued", "cancelled" = a."cancelled" + a."enqueued"
      - (a."sent" + a."blocked" + a."failed" + a."uncertain" + a."expired" + a."cancelled")
    WHERE a."id" = ${id} AND a."state" = 'cancelled' AND a."finishedAt" IS NULL AND NOT EXISTS (
      SELECT 1 FROM "Delivery" d WHERE ${rowsOf(Prisma.sql`a."id"`, "pending", "claimed")})`;
}

/** Tells the planner that there are many new rows: without statistics each claim sorted the whole backlog. */
export async function analyzeDeliveries(queries: Queries): Promise<void> {
  await queries.$executeRaw`ANALYZE "Delivery"`;
}
