import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { newsFor, tellAwake } from "../../delivery/tell-awake-store.ts";
import { isNews } from "./news.sql.ts";

/**
 * Puts a message into the outbox for everybody who follows a subject that has a new group: one for all of their subjects,
 * outside of their quiet hours, and each group once. Returns how many people are told.
 */
export const tellNewGroups = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(database, moment, {
    untold: Prisma.sql`
      SELECT f."personId" FROM "FollowedArea" f JOIN "Course" c ON c."area" = f."area" JOIN "Group" g ON g."courseId" = c."id"
      WHERE ${isNews(Prisma.sql`f."knownTo"`, moment.now)}`,
    // What was known before goes into the message: by it the message finds its groups when it is sent.
    tell: (people) => Prisma.sql`
      WITH known AS (
        SELECT "personId", "area", "knownTo" FROM "FollowedArea"
        WHERE "personId" = ${people} AND "knownTo" < ${moment.now} FOR UPDATE
      ), moved AS (
        UPDATE "FollowedArea" f SET "knownTo" = ${moment.now} FROM known k WHERE f."personId" = k."personId" AND f."area" = k."area"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'new-groups',
             jsonb_build_object('until', ${moment.now.toISOString()}::text,
                                'known', jsonb_object_agg("area", extract(epoch FROM "knownTo") * 1000)),
             'bulk'::"Lane", concat_ws(':', 'new-groups', "personId", ${String(moment.now.getTime())}::text),
             ${moment.now}::timestamptz, ${new Date(moment.now.getTime() + newsFor)}::timestamptz
      FROM known GROUP BY "personId" ON CONFLICT ("dedupeKey") DO NOTHING`,
  });
