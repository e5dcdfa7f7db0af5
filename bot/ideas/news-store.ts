import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { newsFor, tellAwake } from "../delivery/tell-awake-store.ts";

/** SQL: a voice `v` for an idea `i` that has changed lately, and whose owner does not know how it stands. */
const isUntold = (now: Date): Prisma.Sql => Prisma.sql`
  v."ideaId" = i."id" AND v."knownTo" < i."revision" AND i."changedAt" > ${new Date(now.getTime() - newsFor)} AND i."title" <> ''`;

/**
 * Tells the authors and supporters of ideas how these stand now, once a change and outside of their quiet hours. Returns how
 * many messages that is.
 */
export const tellIdeas = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(database, moment, {
    untold: Prisma.sql`SELECT v."personId" FROM "IdeaVoice" v, "Idea" i WHERE ${isUntold(moment.now)}`,
    tell: (people) => Prisma.sql`
      WITH told AS (
        UPDATE "IdeaVoice" v SET "knownTo" = i."revision" FROM "Idea" i
        WHERE ${isUntold(moment.now)} AND v."personId" = ${people} RETURNING v."personId", v."ideaId", i."revision"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'idea-news', jsonb_build_object('ideaId', "ideaId"), 'bulk'::"Lane",
             concat_ws(':', 'idea-news', "ideaId", "revision", "personId"), ${moment.now}::timestamptz,
             ${new Date(moment.now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`,
  });
