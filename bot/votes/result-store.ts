import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { newsFor, tellAwake } from "../delivery/tell-awake-store.ts";

/** SQL: a voice `b` in a vote `v` that has ended lately, and whose owner does not know how it came out. */
const isUntold = (now: Date): Prisma.Sql => Prisma.sql`
  b."voteId" = v."id" AND b."toldAt" IS NULL AND v."endsAt" <= ${now} AND v."endsAt" > ${new Date(now.getTime() - newsFor)}`;

/**
 * Tells whoever voted how the votes that have ended came out, once, and outside of their quiet hours. Returns how many
 * messages that is.
 */
export const tellResults = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(database, moment, {
    untold: Prisma.sql`SELECT b."personId" FROM "Ballot" b, "Vote" v WHERE ${isUntold(moment.now)}`,
    tell: (people) => Prisma.sql`
      WITH told AS (
        UPDATE "Ballot" b SET "toldAt" = ${moment.now} FROM "Vote" v
        WHERE ${isUntold(moment.now)} AND b."personId" = ${people} RETURNING b."personId", b."voteId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'vote-result', jsonb_build_object('voteId', "voteId"), 'bulk'::"Lane",
             concat_ws(':', 'vote-result', "voteId", "personId"), ${moment.now}::timestamptz,
             ${new Date(moment.now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`,
  });
