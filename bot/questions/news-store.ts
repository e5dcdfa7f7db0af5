import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isReachable } from "../people/address.sql.ts";
import { type Due, dueAtOnce, tellAwake } from "../people/tell-awake.ts";
import { visible } from "../programme/listing/conditions.sql.ts";

/** Milliseconds for which a written answer is worth bringing. */
const newsFor = 3 * 24 * 3_600_000;

/** SQL: a voice `v` for a question `q` that was answered in writing lately, whose owner has not been told. */
const untold = (now: Date): Prisma.Sql => Prisma.sql`
  v."questionId" = q."id" AND v."toldAt" IS NULL AND q."answeredAt" > ${new Date(now.getTime() - newsFor)}
  AND q."state" = 'answered' AND e."id" = q."eventId" AND ${visible(now)}`;

/**
 * Tells whoever asked and voted what was answered in writing, once and outside of their quiet hours. Returns how many
 * messages that is.
 */
export const tellAnswers = (database: Database, moment: { now: Date; cityZone: string }): Promise<number> =>
  tellAwake(moment, {
    findDue: (after) => findDue(database, moment.now, after),
    tell: (people) => tell(database, people, moment.now),
  });

const findDue = (database: Database, now: Date, after: bigint): Promise<Due[]> =>
  database.$queryRaw<Due[]>`
    SELECT p."id" AS "personId", p."timeZone", p."quietFrom", p."quietUntil" FROM "Person" p
    WHERE p."id" IN (SELECT v."personId" FROM "QuestionVoice" v, "Question" q, "Event" e WHERE ${untold(now)})
      AND p."id" > ${after} AND ${isReachable(Prisma.sql`p."id"`)}
    ORDER BY p."id" LIMIT ${dueAtOnce}`;

async function tell(database: Database, people: readonly bigint[], now: Date): Promise<number> {
  return database.$transaction(async (tx) => {
    const told = await tx.$executeRaw`
      WITH told AS (
        UPDATE "QuestionVoice" v SET "toldAt" = ${now}::timestamptz FROM "Question" q, "Event" e
        WHERE ${untold(now)} AND v."personId" = ANY(${[...people]}::bigint[]) RETURNING v."personId", v."questionId"
      )
      INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
      SELECT "personId", 'question-answered', jsonb_build_object('questionId', "questionId"), 'bulk'::"Lane",
             concat_ws(':', 'question-answered', "questionId", "personId"), ${now}::timestamptz,
             ${new Date(now.getTime() + newsFor)}::timestamptz
      FROM told ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    return told;
  });
}
