import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isReachable } from "../people/address.sql.ts";
import { type Due, dueAtOnce, tellAwake } from "../people/tell-awake.ts";

/** Milliseconds for which a result is worth bringing. */
const newsFor = 3 * 24 * 3_600_000;

/** SQL: a voice `b` in a vote `v` that has ended lately, and whose owner does not know how it came out. */
const untold = (now: Date): Prisma.Sql => Prisma.sql`
  b."voteId" = v."id" AND b."toldAt" IS NULL AND v."endsAt" <= ${now} AND v."endsAt" > ${new Date(now.getTime() - newsFor)}`;

/**
 * Tells whoever voted how the votes that have ended came out, once, and outside of their quiet hours. Returns how many
 * messages that is.
 */
export const tellResults = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(moment, {
    findDue: (after) => findDue(database, moment.now, after),
    tell: (people) => tell(database, people, moment.now),
  });

const findDue = (database: Database, now: Date, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (SELECT b."personId" FROM "Ballot" b, "Vote" v WHERE ${untold(now)})
      AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
    ORDER BY p."id" LIMIT ${dueAtOnce}`;

async function tell(database: Database, people: readonly bigint[], now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const told = await tx.$executeRaw`
      WITH told AS (
        UPDATE "Ballot" b SET "toldAt" = ${now} FROM "Vote" v
        WHERE ${untold(now)} AND b."personId" = ANY(${[...people]}::bigint[]) RETURNING b."personId", b."voteId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'vote-result', jsonb_build_object('voteId', "voteId"), 'bulk'::"Lane",
             concat_ws(':', 'vote-result', "voteId", "personId"), ${now}::timestamptz, ${new Date(now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    return told;
  });
}
