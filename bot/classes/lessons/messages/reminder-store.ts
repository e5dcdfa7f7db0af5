import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { wakeDispatcher } from "../../../delivery/outbox-store.ts";
import { type Nights, quietHoursOf } from "../../../people/quiet-hours.ts";
import { type LessonSituation, planForLesson } from "./plan.ts";
import { isAbout, isOf, type WhichLessons } from "./told-lessons.sql.ts";

/**
 * Keeps the outbox in line with who learns what, when.
 *
 * Rows are there only for lessons that begin within 52 hours: 12 lessons ahead for 98,000 learners would be millions that
 * move with each change of mind, and a program that was off for a day has still written the reminder of the day before.
 * The timed job brings the next ones in; whoever enrols, leaves or moves a lesson plans those concerned at once. The rule
 * (plan.ts) runs once for each combination of start, zone and quiet hours, and PostgreSQL writes the rows.
 */
const ahead = 52 * 3_600_000;

/** Three rows for each of so many people and lessons take a second. */
const perStatement = 10_000;

/**
 * Plans the reminders of the lessons that begin soon anew, for those who are enrolled now; who is not loses theirs. What
 * is due already is left to the dispatcher. To be called in the transaction of the fact; a move under way comes first.
 */
export async function planLessonReminders(queries: Queries, which: WhichLessons, now: Date): Promise<void> {
  await queries.$executeRaw`
    SELECT 1 FROM "Lesson" l WHERE ${isAbout(which)} AND ${isSoon(now)} ORDER BY l."id" FOR SHARE`;
  await queries.$executeRaw`
    DELETE FROM "Delivery" d USING "Lesson" l
    WHERE l."id" = d."lessonId" AND ${isAbout(which)} AND ${isOf(which, Prisma.sql`d."personId"`)}
      AND d."kind" IN ('lesson', 'join') AND d."state" = 'pending' AND (d."dueAt" > ${now} OR NOT EXISTS (
        SELECT 1 FROM "Enrolment" e WHERE e."groupId" = l."groupId" AND e."personId" = d."personId" AND e."state" = 'enrolled'))`;
  await insertPlanned(queries, Prisma.sql`${isAbout(which)} AND ${isOf(which, Prisma.sql`e."personId"`)}`, now);
}

/** Brings in what is missing for all lessons that begin soon; what is there stays as it is. Returns how many were new. */
export const planComingLessons = (queries: Queries, now: Date): Promise<number> =>
  insertPlanned(queries, Prisma.sql`true`, now);

const isSoon = (now: Date): Prisma.Sql =>
  Prisma.sql`l."startsAt" <= ${new Date(now.getTime() + ahead)} AND l."endsAt" > ${now} AND l."status" <> 'cancelled'`;

/** SQL: a row for each learner and lesson, with the key of their situation. */
const learners = (condition: Prisma.Sql, now: Date) => Prisma.sql`
  SELECT e."personId", e."id" AS "enrolmentId", l."id" AS "lessonId", l."startsAt", l."endsAt", l."status", p."quietFrom", p."quietUntil", e."leads",
         coalesce(p."timeZone", g."timeZone") AS "zone",
         concat_ws('|', l."startsAt", l."endsAt", coalesce(p."timeZone", g."timeZone"), p."quietFrom", p."quietUntil", e."leads") AS "key"
  FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
  JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled'
  JOIN "Person" p ON p."id" = e."personId"
  WHERE ${isSoon(now)} AND ${condition} AND EXISTS (SELECT FROM "Address" a WHERE a."personId" = e."personId")`;

interface SituationRow extends Nights {
  key: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  leads: number[];
  people: number;
}

async function insertPlanned(queries: Queries, condition: Prisma.Sql, now: Date): Promise<number> {
  const rows = await queries.$queryRaw<SituationRow[]>`
    SELECT "key", "startsAt", "endsAt", "zone", "quietFrom", "quietUntil", "leads", count(*)::int AS "people"
    FROM (${learners(condition, now)}) learner GROUP BY 1, 2, 3, 4, 5, 6, 7`;
  const planned = rows.flatMap((row) =>
    planForLesson(situationOf(row), now).map((slot) => ({ key: row.key, ...slot })),
  );
  if (planned.length === 0) return 0;
  const shares = Math.ceil(rows.reduce((sum, { people }) => sum + people, 0) / perStatement);
  let inserted = 0;
  for (let share = 0; share < shares; share += 1) {
    const isInShare = Prisma.sql`e."personId" % ${BigInt(shares)} = ${BigInt(share)}`;
    inserted += await queries.$executeRaw`
      INSERT INTO "Delivery"
        ("personId", "lessonId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
      SELECT learner."personId", learner."lessonId", r."kind", r."payload", r."lane"::"Lane",
             -- By the enrolment: whoever left and comes back has a new link, and is told of it.
             concat_ws(':', 'lesson', r."lead", learner."enrolmentId", learner."lessonId", r."payload"->>'startsAt'),
             r."dueAt", r."expiresAt", r."silent"
      FROM (${learners(Prisma.sql`${condition} AND ${isInShare}`, now)}) learner
      JOIN jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) AS r(
        "key" text, "lead" int, "kind" text, "payload" jsonb, "lane" text, "dueAt" timestamptz, "expiresAt" timestamptz,
        "silent" boolean) USING ("key")
      ON CONFLICT ("dedupeKey") DO NOTHING`;
  }
  if (inserted > 0) await wakeDispatcher(queries);
  return inserted;
}

const situationOf = ({ startsAt, endsAt, zone, leads, ...nights }: SituationRow): LessonSituation => ({
  startsAt,
  endsAt,
  zone,
  leads,
  quiet: quietHoursOf(nights),
});
