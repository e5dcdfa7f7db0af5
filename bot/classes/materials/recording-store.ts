import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";
import { teacherOfLesson } from "../teaching/recipients-store.ts";

/** Days for which a recording is news. */
const newsDays = 3;

/** Gives a lesson's recording to those enrolled; each is told once, a corrected address is not told again. */
export async function saveRecording(
  database: Database,
  actor: Actor,
  { lessonId, url }: { lessonId: number; url: string },
): Promise<Acted<{ count: number }>> {
  const target = { action: "classes.teach" as const, target: teacherOfLesson(lessonId) };
  return actAs(database, actor, target, async (tx, audit) => {
    const { groupId } = await tx.lesson.update({
      where: { id: lessonId },
      data: { recordingUrl: url, recordingWithdrawnAt: null },
    });
    const count = await tx.$executeRaw`
      INSERT INTO "Delivery" ("personId", "lessonId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
      SELECT e."personId", ${lessonId}, 'recording-of-lesson', '{}', 'normal',
             concat_ws(':', 'recording-of-lesson', ${lessonId}::int, e."personId"), ${actor.now}::timestamptz,
             ${actor.now}::timestamptz + make_interval(days => ${newsDays}::int), true
      FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" AND ${isReachable(Prisma.sql`p."id"`)}
      WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'
      ON CONFLICT ("dedupeKey") DO NOTHING`;
    await wakeDispatcher(tx);
    await audit({ subject: `lesson:${lessonId}`, verb: "publish" });
    return { count };
  });
}

/** Takes a recording back, so that it is shown nowhere, or gives it again. Doing it twice is doing it once. */
export async function withdrawRecording(
  database: Database,
  actor: Actor,
  { lessonId, isWithdrawn }: { lessonId: number; isWithdrawn: boolean },
): Promise<Acted<{ changed: boolean }>> {
  const target = { action: "classes.teach" as const, target: teacherOfLesson(lessonId) };
  return actAs(database, actor, target, async (tx, audit) => {
    const { count } = await tx.lesson.updateMany({
      where: { id: lessonId, recordingUrl: { not: null }, recordingWithdrawnAt: isWithdrawn ? null : { not: null } },
      data: { recordingWithdrawnAt: isWithdrawn ? actor.now : null },
    });
    if (count > 0) await audit({ subject: `lesson:${lessonId}`, verb: isWithdrawn ? "withdraw" : "restore" });
    return { changed: count > 0 };
  });
}

/** A recording as its learners may have it. */
export interface LessonRecording {
  course: string;
  number: number;
  url: string;
}

/** The recording of a lesson for somebody enrolled; null for anybody else, and when there is none (any more). */
export async function findRecording(
  queries: Queries,
  { lessonId, personId, language }: { lessonId: number; personId: number; language: Language },
): Promise<LessonRecording | null> {
  const [row] = await queries.$queryRaw<LessonRecording[]>`
    SELECT l."recordingUrl" AS "url", (
             SELECT count(*)::int FROM "Lesson" h
             WHERE h."groupId" = l."groupId" AND h."status" <> 'cancelled' AND h."startsAt" <= l."startsAt") AS "number",
           ${titleOf(Prisma.sql`g."courseId"`, language)} AS "course"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."personId" = ${BigInt(personId)}
    WHERE l."id" = ${lessonId} AND l."recordingUrl" IS NOT NULL AND l."recordingWithdrawnAt" IS NULL`;
  return row ?? null;
}

/** A lesson's recording as its teacher sees it. */
export interface TaughtRecording {
  groupId: number;
  teacherId: number | null;
  course: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Null: none yet. */
  url: string | null;
  isWithdrawn: boolean;
}

/** Finds what recording a lesson has, withdrawn or not; null when there is no such lesson. */
export async function findTaughtRecording(
  queries: Queries,
  lessonId: number,
  language: Language,
): Promise<TaughtRecording | null> {
  const [row] = await queries.$queryRaw<(Omit<TaughtRecording, "teacherId"> & { teacherId: bigint | null })[]>`
    SELECT l."groupId", g."teacherId", l."startsAt", l."endsAt", g."timeZone", l."recordingUrl" AS "url",
           l."recordingWithdrawnAt" IS NOT NULL AS "isWithdrawn",
           ${titleOf(Prisma.sql`g."courseId"`, language)} AS "course"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" WHERE l."id" = ${lessonId}`;
  return row === undefined ? null : { ...row, teacherId: row.teacherId === null ? null : Number(row.teacherId) };
}
