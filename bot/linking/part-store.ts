import { Prisma } from "../../prisma/client/client.ts";
import { refreshJoins } from "../classes/lessons/messages/refresh-store.ts";
import type { Database, Queries } from "../database/database.ts";
import { enqueue } from "../delivery/outbox-store.ts";
import { chatKeyOf, type Door } from "../people/address.ts";
import type { Parted } from "./linking.ts";
import { keyFor } from "./merging/deliveries-store.ts";
import { noteIfStaff } from "./merging/work-store.ts";

/** Messages that are changed or taken back later, and what does so: they go with the chat that they lie in. */
const changedLater = ["announcement", "announcement-edit", "announcement-delete", "join", "join-shown", "join-refresh"];

/**
 * Lets the account at a messenger be a person of its own again, one who begins anew with the language, zone, quiet hours and
 * choices of before. Everything that the bot keeps stays with the account at which it is asked for, rights too. With the
 * chat go the searches whose buttons stand in it and the messages in it that are changed later; a way into a lesson
 * among them is shut at once.
 */
export async function part(
  database: Database,
  { personId, door, now }: { personId: number; door: Door; now: Date },
): Promise<Parted> {
  return database.$transaction(async (tx): Promise<Parted> => {
    const id = BigInt(personId);
    // What they just do as staff comes first (staff/act-store.ts).
    await tx.$executeRaw`SELECT 1 FROM "StaffRole" WHERE "personId" = ${id} ORDER BY "id" FOR UPDATE`;
    await tx.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR UPDATE`;
    const addresses = await tx.address.findMany({ where: { personId: id } });
    const leaving = addresses.find((address) => address.door === door);
    if (leaving === undefined || addresses.length < 2) return { kind: "not linked" };
    const { chatId, lastSeenAt } = leaving;
    const ownId = await beginAnew(tx, personId, { now, lastSeenAt });
    await tx.address.update({ where: { id: leaving.id }, data: { personId: BigInt(ownId), isPreferred: true } });
    await keepPreference(tx, id);
    await tx.linkRequest.deleteMany({ where: { OR: [{ personId: id }, { followedBy: id }] } });
    const key = chatKeyOf({ door, chatId });
    await tx.dialogue.deleteMany({ where: { key } });
    await tx.searchQuery.updateMany({ where: { personId: id, chatKey: key }, data: { personId: BigInt(ownId) } });
    await tx.announcement.updateMany({
      where: { progressDoor: door, progressChatId: chatId },
      data: { progressDoor: null, progressChatId: null, progressMessageId: null },
    });
    const shown = await moveMessages(tx, { fromId: personId, toId: ownId, door, chatId });
    for (const lessonId of shown) await refreshJoins(tx, { lessonId, personId: ownId }, now);
    await noteIfStaff(tx, { personId, verb: "part", now });
    await enqueue(tx, [
      {
        personId: ownId,
        kind: "parted",
        payload: {},
        lane: "urgent",
        dueAt: now,
        expiresAt: new Date(now.getTime() + 24 * 3_600_000),
        dedupeKey: `parted:${ownId}`,
      },
    ]);
    return { kind: "parted" };
  });
}

/** Makes a person with the settings of another, and nothing else of theirs. */
async function beginAnew(
  queries: Queries,
  personId: number,
  { now, lastSeenAt }: { now: Date; lastSeenAt: Date },
): Promise<number> {
  const [made] = await queries.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "Person" ("language", "firstName", "timeZone", "quietFrom", "quietUntil", "mutesAnnouncements", "simpleMode",
                          "firstSeenAt", "lastSeenAt")
    SELECT "language", "firstName", "timeZone", "quietFrom", "quietUntil", "mutesAnnouncements", "simpleMode", ${now}, ${lastSeenAt}
    FROM "Person" WHERE "id" = ${BigInt(personId)} RETURNING "id"`;
  return Number(made?.id);
}

/** Makes an address that is left the preferred one. */
const keepPreference = (queries: Queries, personId: bigint) => queries.$executeRaw`
  UPDATE "Address" SET "isPreferred" = "id" = (
    SELECT "id" FROM "Address" WHERE "personId" = ${personId} ORDER BY "isPreferred" DESC, "lastSeenAt" DESC, "id" LIMIT 1)
  WHERE "personId" = ${personId}`;

interface MovedChat {
  fromId: number;
  toId: number;
  door: Door;
  chatId: string;
}

/** Moves the messages of a chat that are changed later; resolves to the lessons whose ways in are among them. */
async function moveMessages(queries: Queries, { fromId, toId, door, chatId }: MovedChat): Promise<number[]> {
  const key = keyFor(Prisma.sql`d."dedupeKey"`, fromId, Prisma.sql`${String(toId)}`);
  const moved = await queries.$queryRaw<{ lessonId: number | null }[]>`
    UPDATE "Delivery" d SET "personId" = ${BigInt(toId)}, "dedupeKey" = ${key}
    WHERE d."personId" = ${BigInt(fromId)} AND d."door" = ${door}::"Door" AND d."chatId" = ${chatId}
      AND d."kind" = ANY(${changedLater}::text[])
    RETURNING CASE WHEN d."kind" IN ('join', 'join-shown') THEN d."lessonId" END AS "lessonId"`;
  return [...new Set(moved.flatMap(({ lessonId }) => lessonId ?? []))];
}
