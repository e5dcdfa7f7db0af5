import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isReachable } from "../people/address.sql.ts";
import { type Due, dueAtOnce, tellAwake } from "../people/tell-awake.ts";

/** Milliseconds for which it is news how an idea stands. */
const newsFor = 3 * 24 * 3_600_000;

/** SQL: a voice `v` for an idea `i` that has changed lately, and whose owner does not know how it stands. */
const untold = (now: Date): Prisma.Sql => Prisma.sql`
  v."ideaId" = i."id" AND v."knownTo" < i."revision" AND i."changedAt" > ${new Date(now.getTime() - newsFor)} AND i."title" <> ''`;

/**
 * Tells the authors and supporters of ideas how these stand now, once a change and outside of their quiet hours. Returns how
 * many messages that is.
 */
export const tellIdeas = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(moment, {
    findDue: (after) => findDue(database, moment.now, after),
    tell: (people) => tell(database, people, moment.now),
  });

const findDue = (database: Database, now: Date, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (SELECT v."personId" FROM "IdeaVoice" v, "Idea" i WHERE ${untold(now)})
      AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
    ORDER BY p."id" LIMIT ${dueAtOnce}`;

async function tell(database: Database, people: readonly bigint[], now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const told = await tx.$executeRaw`
      WITH told AS (
        UPDATE "IdeaVoice" v SET "knownTo" = i."revision" FROM "Idea" i
        WHERE ${untold(now)} AND v."personId" = ANY(${[...people]}::bigint[]) RETURNING v."personId", v."ideaId", i."revision"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'idea-news', jsonb_build_object('ideaId', "ideaId"), 'bulk'::"Lane",
             concat_ws(':', 'idea-news', "ideaId", "revision", "personId"), ${now}::timestamptz,
             ${new Date(now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    return told;
  });
}
