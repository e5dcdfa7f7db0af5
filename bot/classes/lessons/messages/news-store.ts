import type { Queries } from "../../../database/database.ts";
import { wakeDispatcher } from "../../../delivery/outbox-store.ts";
import { isQuiet, type Nights, quietHoursOf } from "../../../people/quiet-hours.ts";
import { calm, shortestNews } from "../../../reminders/changes-store.ts";
import type { KnownLesson, LessonRevision } from "../lesson.ts";

/**
 * Tells a class of lessons that changed, in the transaction that changed them: cancelled ones at once, anything else
 * after half a minute of calm. Whoever has news of the class waiting gets all of it in one message, told from how each
 * lesson was at first; so a whole series that moves is one message too.
 */
export async function tellLessonChanges(
  queries: Queries,
  groupId: number,
  revised: readonly (KnownLesson & { revision: LessonRevision })[],
  now: Date,
): Promise<void> {
  const [first] = revised;
  if (first === undefined) return;
  const isUrgent = revised.some(({ revision }) => revision.isCancelled);
  const lane = isUrgent ? "urgent" : "normal";
  const dueAt = isUrgent ? now : new Date(now.getTime() + calm);
  const ends = revised.flatMap(({ endsAt, revision }) => [endsAt.getTime(), revision.endsAt.getTime()]);
  const expiresAt = new Date(Math.max(...ends, dueAt.getTime() + shortestNews));
  const before = JSON.stringify(
    Object.fromEntries(
      revised.map(({ lessonId, startsAt, endsAt, status }) => [lessonId, { startsAt, endsAt, status }]),
    ),
  );
  await queries.$executeRaw`
    UPDATE "Delivery" d
    SET "payload" = jsonb_set(d."payload", '{before}', ${before}::jsonb || (d."payload"->'before')),
        -- A cancellation that waits goes on being urgent.
        "lane" = least(d."lane", ${lane}::"Lane"),
        "dueAt" = CASE WHEN d."lane" = 'urgent' THEN d."dueAt" ELSE ${dueAt} END,
        "expiresAt" = greatest(d."expiresAt", ${expiresAt})
    WHERE d."kind" = 'lesson-change' AND d."state" = 'pending'
      AND d."lessonId" IN (SELECT "id" FROM "Lesson" WHERE "groupId" = ${groupId})`;
  const silence = JSON.stringify(await findSilence(queries, groupId, dueAt));
  await queries.$executeRaw`
    INSERT INTO "Delivery"
      ("personId", "lessonId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
    SELECT p."id", l."id", 'lesson-change', jsonb_build_object('groupId', l."groupId", 'before', ${before}::jsonb),
           ${lane}::"Lane", concat_ws(':', 'lesson-change', p."id", l."id", l."sequence"), ${dueAt}::timestamptz,
           ${expiresAt}::timestamptz, s."silent"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' JOIN "Person" p ON p."id" = e."personId"
    JOIN jsonb_to_recordset(${silence}::jsonb) AS s("zone" text, "from" int, "until" int, "silent" boolean)
      ON s."zone" = coalesce(p."timeZone", g."timeZone") AND s."from" IS NOT DISTINCT FROM p."quietFrom"
         AND s."until" IS NOT DISTINCT FROM p."quietUntil"
    WHERE l."id" = ${first.lessonId} AND EXISTS (SELECT FROM "Address" a WHERE a."personId" = p."id") AND p."id" NOT IN (
      SELECT d."personId" FROM "Delivery" d
      WHERE d."lessonId" IN (SELECT "id" FROM "Lesson" WHERE "groupId" = ${groupId})
        AND d."kind" = 'lesson-change' AND d."state" = 'pending')
    ON CONFLICT ("dedupeKey") DO NOTHING`;
  await wakeDispatcher(queries);
}

/** Each combination of zone and quiet hours in a class, and whether it is quiet there at an instant. */
async function findSilence(queries: Queries, groupId: number, at: Date) {
  const nights = await queries.$queryRaw<(Nights & { zone: string })[]>`
    SELECT DISTINCT coalesce(p."timeZone", g."timeZone") AS "zone", p."quietFrom", p."quietUntil"
    FROM "Group" g JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled'
    JOIN "Person" p ON p."id" = e."personId" WHERE g."id" = ${groupId}`;
  return nights.map(({ zone, ...night }) => {
    const silent = isQuiet(at, quietHoursOf(night), zone);
    return { zone, from: night.quietFrom, until: night.quietUntil, silent };
  });
}
