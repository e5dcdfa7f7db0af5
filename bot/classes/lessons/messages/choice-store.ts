import type { Database } from "../../../database/database.ts";
import { enqueue } from "../../../delivery/outbox-store.ts";
import { type LeadChoice, leadChoices } from "./lead-choice.ts";
import { planLessonReminders } from "./reminder-store.ts";

/** Sets when a learner is reminded of the lessons of one of their classes; false when they are not in it. */
export async function chooseLeads(
  database: Database,
  { enrolmentId, personId }: { enrolmentId: number; personId: number },
  choice: LeadChoice,
  now: Date,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const [changed] = await tx.$queryRaw<{ groupId: number }[]>`
      UPDATE "Enrolment" SET "leads" = ${[...leadChoices[choice]]}::int[]
      WHERE "id" = ${enrolmentId} AND "personId" = ${BigInt(personId)} AND "state" = 'enrolled' RETURNING "groupId"`;
    if (changed === undefined) return false;
    await planLessonReminders(tx, { groupId: changed.groupId, personId }, now);
    return true;
  });
}

/** Reminds of a lesson once more after some minutes; false when it will have begun by then, or is not the learner's. */
export async function snoozeLesson(
  database: Database,
  { lessonId, personId }: { lessonId: number; personId: number },
  minutes: number,
  now: Date,
): Promise<boolean> {
  const dueAt = new Date(now.getTime() + minutes * 60_000);
  return database.$transaction(async (tx) => {
    const [lesson] = await tx.$queryRaw<{ startsAt: Date }[]>`
      SELECT l."startsAt" FROM "Lesson" l JOIN "Enrolment" e ON e."groupId" = l."groupId"
      WHERE l."id" = ${lessonId} AND l."status" <> 'cancelled' AND l."startsAt" > ${dueAt}
        AND e."personId" = ${BigInt(personId)} AND e."state" = 'enrolled' FOR SHARE OF l`;
    if (lesson === undefined) return false;
    const startsAt = lesson.startsAt.toISOString();
    await enqueue(tx, [
      {
        personId,
        lessonId,
        kind: "lesson",
        payload: { startsAt, lead: Math.round((lesson.startsAt.getTime() - dueAt.getTime()) / 60_000) },
        lane: "normal",
        dueAt,
        expiresAt: lesson.startsAt,
        dedupeKey: `lesson-snooze:${personId}:${lessonId}:${dueAt.toISOString().slice(0, 16)}`,
      },
    ]);
    return true;
  });
}
