import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";
import { type Due, dueAtOnce, tellAwake } from "../../people/tell-awake.ts";
import { isNews } from "./news.sql.ts";

/** Milliseconds for which news of a group is worth bringing. */
const newsFor = 3 * 24 * 3_600_000;

/**
 * Puts a message into the outbox for everybody who follows a subject that has a new group: one for all of their subjects,
 * outside of their quiet hours, and each group once. Returns how many people are told.
 */
export const tellNewGroups = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(moment, {
    findDue: (after) => findDue(database, moment.now, after),
    tell: (people) => tell(database, people, moment.now),
  });

const findDue = (database: Database, now: Date, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (
        SELECT f."personId" FROM "FollowedArea" f JOIN "Course" c ON c."area" = f."area" JOIN "Group" g ON g."courseId" = c."id"
        WHERE ${isNews(Prisma.sql`f."knownTo"`, now)})
      AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
    ORDER BY p."id" LIMIT ${dueAtOnce}`;

async function tell(database: Database, people: readonly bigint[], now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    // What was known before goes into the message: by it the message finds its groups when it is sent.
    const told = await tx.$executeRaw`
      WITH known AS (
        SELECT "personId", "area", "knownTo" FROM "FollowedArea"
        WHERE "personId" = ANY(${[...people]}::bigint[]) AND "knownTo" < ${now} FOR UPDATE
      ), moved AS (
        UPDATE "FollowedArea" f SET "knownTo" = ${now} FROM known k WHERE f."personId" = k."personId" AND f."area" = k."area"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'new-groups',
             jsonb_build_object('until', ${now.toISOString()}::text, 'known', jsonb_object_agg("area", extract(epoch FROM "knownTo") * 1000)),
             'bulk'::"Lane", concat_ws(':', 'new-groups', "personId", ${String(now.getTime())}::text), ${now}::timestamptz,
             ${new Date(now.getTime() + newsFor)}::timestamptz
      FROM known GROUP BY "personId" ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    return told;
  });
}
