import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { newsFor, tellAwake } from "../delivery/tell-awake-store.ts";
import { visible } from "../programme/listing/conditions.sql.ts";

/** SQL: a voice `v` for a question `q` that was answered in writing lately, whose owner has not been told. */
const isUntold = (now: Date): Prisma.Sql => Prisma.sql`
  v."questionId" = q."id" AND v."toldAt" IS NULL AND q."answeredAt" > ${new Date(now.getTime() - newsFor)}
  AND q."state" = 'answered' AND e."id" = q."eventId" AND ${visible(now)}`;

/**
 * Tells whoever asked and voted what was answered in writing, once and outside of their quiet hours. Returns how many
 * messages that is.
 */
export const tellAnswers = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(database, moment, {
    untold: Prisma.sql`
      SELECT v."personId" FROM "QuestionVoice" v, "Question" q, "Event" e WHERE ${isUntold(moment.now)}`,
    tell: (people) => Prisma.sql`
      WITH told AS (
        UPDATE "QuestionVoice" v SET "toldAt" = ${moment.now}::timestamptz FROM "Question" q, "Event" e
        WHERE ${isUntold(moment.now)} AND v."personId" = ${people} RETURNING v."personId", v."questionId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'question-answered', jsonb_build_object('questionId', "questionId"), 'bulk'::"Lane",
             concat_ws(':', 'question-answered', "questionId", "personId"), ${moment.now}::timestamptz,
             ${new Date(moment.now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`,
  });
