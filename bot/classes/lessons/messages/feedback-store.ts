import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { wakeDispatcher } from "../../../delivery/outbox-store.ts";
import { type Nights, quietHoursOf } from "../../../people/quiet-hours.ts";
import { planFeedback } from "../../../reminders/plan.ts";

/** Milliseconds for which a lesson is looked at after its end: a program that was off for an hour still asks. */
const lookBack = 2 * 3_600_000;

interface SituationRow extends Nights {
  key: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
}

/** SQL: whoever has a place in a group of which a lesson has just ended. */
const learners = (now: Date) => Prisma.sql`
  SELECT e."personId", l."id" AS "lessonId", l."startsAt", l."endsAt", p."quietFrom", p."quietUntil",
         coalesce(p."timeZone", g."timeZone") AS "zone",
         concat_ws('|', l."startsAt", l."endsAt", coalesce(p."timeZone", g."timeZone"), p."quietFrom", p."quietUntil") AS "key"
  FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
  JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."createdAt" < l."endsAt"
  JOIN "Person" p ON p."id" = e."personId"
  WHERE l."endsAt" <= ${now} AND l."endsAt" > ${new Date(now.getTime() - lookBack)} AND l."status" <> 'cancelled'
    AND EXISTS (SELECT FROM "Address" a WHERE a."personId" = e."personId")`;

/**
 * Has whoever learned in a lesson that has just ended asked how it was, once, by the rules of all such questions: a quarter of
 * an hour after the end, never in quiet hours. Whether they were there is known when it is sent. Returns how many are asked anew.
 */
export async function planLessonFeedback(queries: Queries, now: Date): Promise<number> {
  const rows = await queries.$queryRaw<SituationRow[]>`
    SELECT DISTINCT "key", "startsAt", "endsAt", "zone", "quietFrom", "quietUntil" FROM (${learners(now)}) learner`;
  const planned = rows.flatMap(({ key, startsAt, endsAt, zone, ...nights }) => {
    const about = {
      startsAt,
      endsAt,
      zone,
      hasStartTime: true,
      status: "scheduled",
      quiet: quietHoursOf(nights),
    } as const;
    const slot = planFeedback(about, now);
    return slot === null ? [] : [{ key, ...slot }];
  });
  if (planned.length === 0) return 0;
  const asked = await queries.$executeRaw`
    INSERT INTO "Delivery" ("personId", "lessonId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
    SELECT learner."personId", learner."lessonId", 'lesson-feedback', '{}', 'normal'::"Lane",
           concat_ws(':', 'lesson-feedback', learner."personId", learner."lessonId"), r."dueAt", r."expiresAt", r."silent"
    FROM (${learners(now)}) learner
    JOIN jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS r(
      "key" text, "dueAt" timestamptz, "expiresAt" timestamptz, "silent" boolean) USING ("key")
    ON CONFLICT ("dedupeKey") DO NOTHING`;
  if (asked > 0) await wakeDispatcher(queries);
  return asked;
}

/** Whether a learner said that they could not come to a lesson, or was seen not to be there. */
export async function wasAway(
  queries: Queries,
  { lessonId, enrolmentId }: { lessonId: number; enrolmentId: number },
): Promise<boolean> {
  const attendance = await queries.attendance.findUnique({
    where: { lessonId_enrolmentId: { lessonId, enrolmentId } },
    select: { isPresent: true },
  });
  // What was seen outweighs what was said.
  if (attendance !== null) return !attendance.isPresent;
  return (await queries.absence.count({ where: { lessonId, enrolmentId } })) > 0;
}
