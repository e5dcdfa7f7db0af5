import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isReachable } from "../people/address.sql.ts";
import { type Due, dueAtOnce, tellAwake } from "../people/tell-awake.ts";
import { budget, mostTold } from "./wish.ts";

/** Milliseconds for which news of a wish is worth bringing. */
const newsFor = 3 * 24 * 3_600_000;

/**
 * Puts a message into the outbox for everybody of whose wishes there is news: one a person and day, whatever it is about,
 * outside of their quiet hours. What does not fit into it comes with the next. Returns how many people are told.
 */
export const tellWishes = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(moment, {
    findDue: (after) => findDue(database, moment.now, after),
    tell: (people) => tell(database, people, moment.now),
  });

/** What somebody follows comes with their digest where they have one, and never both ways; SQL over the alias w. */
const isToldAtOnce = Prisma.sql`(w."kind" = 'search' OR NOT EXISTS (
  SELECT FROM "Digest" d WHERE d."personId" = w."personId"))`;

/** Finds people of whose wishes there is news and who were told nothing for a day, in the order of their numbers. */
const findDue = (database: Database, now: Date, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (SELECT w."personId" FROM "WishNews" n JOIN "Wish" w ON w."id" = n."wishId"
                     WHERE n."toldAt" IS NULL AND ${isToldAtOnce})
      AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
      AND NOT EXISTS (
        SELECT FROM "Wish" w JOIN "WishNews" n ON n."wishId" = w."id"
        WHERE w."personId" = p."id" AND n."toldAt" > ${new Date(now.getTime() - budget)})
    ORDER BY p."id" LIMIT ${dueAtOnce}`;

async function tell(database: Database, people: readonly bigint[], now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const told = await tx.$executeRaw`
      WITH ranked AS (
        SELECT n."id", w."personId", row_number() OVER (PARTITION BY w."personId" ORDER BY n."answer" IS NULL, n."foundAt", n."id") AS "turn"
        FROM "WishNews" n JOIN "Wish" w ON w."id" = n."wishId"
        WHERE n."toldAt" IS NULL AND ${isToldAtOnce} AND w."personId" = ANY(${[...people]}::bigint[])
      ), chosen AS (
        UPDATE "WishNews" n SET "toldAt" = ${now} FROM ranked r
        WHERE n."id" = r."id" AND r."turn" <= ${mostTold}::int AND n."toldAt" IS NULL RETURNING r."personId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT DISTINCT "personId", 'wishes', jsonb_build_object('toldAt', ${now.toISOString()}::text), 'bulk'::"Lane",
             concat_ws(':', 'wishes', "personId", ${String(now.getTime())}::text), ${now}::timestamptz,
             ${new Date(now.getTime() + newsFor)}::timestamptz
      FROM chosen ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    return told;
  });
}
