import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { newsFor, tellAwake } from "../delivery/tell-awake-store.ts";
import { budget, mostTold } from "./wish.ts";

/** What somebody follows comes with their digest where they have one, and never both ways; SQL over the alias w. */
const isToldAtOnce = Prisma.sql`(w."kind" = 'search' OR NOT EXISTS (
  SELECT FROM "Digest" d WHERE d."personId" = w."personId"))`;

/** SQL: everybody of whose wishes there is news and who were told nothing for a day. */
const untold = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT w."personId" FROM "WishNews" n JOIN "Wish" w ON w."id" = n."wishId"
  WHERE n."toldAt" IS NULL AND ${isToldAtOnce} AND NOT EXISTS (
    SELECT FROM "Wish" other JOIN "WishNews" told ON told."wishId" = other."id"
    WHERE other."personId" = w."personId" AND told."toldAt" > ${new Date(now.getTime() - budget)})`;

/**
 * Puts a message into the outbox for everybody of whose wishes there is news: one a person and day, whatever it is about,
 * outside of their quiet hours. What does not fit into it comes with the next. Returns how many people are told.
 */
export const tellWishes = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(database, moment, {
    untold: untold(moment.now),
    tell: (people) => Prisma.sql`
      WITH ranked AS (
        SELECT n."id", w."personId", row_number() OVER (PARTITION BY w."personId" ORDER BY n."answer" IS NULL, n."foundAt", n."id") AS "turn"
        FROM "WishNews" n JOIN "Wish" w ON w."id" = n."wishId"
        WHERE n."toldAt" IS NULL AND ${isToldAtOnce} AND w."personId" = ${people}
      ), chosen AS (
        UPDATE "WishNews" n SET "toldAt" = ${moment.now} FROM ranked r
        WHERE n."id" = r."id" AND r."turn" <= ${mostTold}::int AND n."toldAt" IS NULL RETURNING r."personId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT DISTINCT "personId", 'wishes', jsonb_build_object('toldAt', ${moment.now.toISOString()}::text), 'bulk'::"Lane",
             concat_ws(':', 'wishes', "personId", ${String(moment.now.getTime())}::text), ${moment.now}::timestamptz,
             ${new Date(moment.now.getTime() + newsFor)}::timestamptz
      FROM chosen ON CONFLICT ("dedupeKey") DO NOTHING`,
  });
