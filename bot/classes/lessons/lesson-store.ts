import type { Queries } from "../../database/database.ts";
import type { ExpandedDate } from "../../when/expand.ts";
import { queueZoom } from "../../zoom/tasks/task-store.ts";
import { planLessonReminders } from "./messages/reminder-store.ts";
import { type Move, planMove } from "./moving/plan-move.ts";
import { findLessons, reviseLessons } from "./moving/revise-store.ts";

/** A lesson nobody said the length of. */
const usualLength = 90 * 60_000;

/** Adds lessons to a group, behind those it has, and returns their ids in the same order. */
export async function createLessons(
  queries: Queries,
  groupId: number,
  planned: readonly ExpandedDate[],
  now: Date,
): Promise<number[]> {
  if (planned.length === 0) return [];
  const rows = planned.map(({ startsAt, endsAt, startsLocal }, index) => ({
    index: index + 1,
    startsAt,
    endsAt: endsAt ?? new Date(startsAt.getTime() + usualLength),
    // Without the Z: the column has no zone.
    startsLocal: startsLocal.toISOString().slice(0, 19),
  }));
  // Two who add at once would number alike.
  await queries.$executeRaw`SELECT 1 FROM "Group" WHERE "id" = ${groupId} FOR NO KEY UPDATE`;
  const created = await queries.$queryRaw<{ id: number; number: number }[]>`
    INSERT INTO "Lesson" ("groupId", "number", "startsAt", "endsAt", "startsLocal", "changedAt")
    SELECT ${groupId}::int, (SELECT coalesce(max("number"), 0) FROM "Lesson" WHERE "groupId" = ${groupId}) + r."index",
           r."startsAt", r."endsAt", r."startsLocal", ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      "index" int, "startsAt" timestamptz, "endsAt" timestamptz, "startsLocal" timestamp)
    RETURNING "id", "number"`;
  await planLessonReminders(queries, { groupId }, now);
  await queueZoom(queries, [{ kind: "meeting", groupId }], now);
  return created.sort((one, other) => one.number - other.number).map(({ id }) => id);
}

/** What came of a change. `over`: the lesson has ended, or would begin in the past. */
export type LessonOutcome = { kind: "changed"; groupId: number } | { kind: "unchanged" | "over" | "gone" };

/** Moves a lesson, also one that was cancelled; its learners are told and reminded anew. */
export async function moveLesson(
  queries: Queries,
  { lessonId, startsAt, endsAt }: { lessonId: number; startsAt: Date; endsAt: Date },
  now: Date,
): Promise<LessonOutcome> {
  return change(queries, lessonId, now, (lesson) => {
    if (startsAt <= now) return "over";
    const stays = Number(lesson.startsAt) === Number(startsAt) && Number(lesson.endsAt) === Number(endsAt);
    return stays && lesson.status !== "cancelled" ? "unchanged" : { lessonId, startsAt, endsAt, isCancelled: false };
  });
}

/** Cancels a lesson; its learners are told at once. */
export const cancelLesson = (queries: Queries, lessonId: number, now: Date): Promise<LessonOutcome> =>
  change(queries, lessonId, now, ({ status, startsAt, endsAt }) =>
    status === "cancelled" ? "unchanged" : { lessonId, startsAt, endsAt, isCancelled: true },
  );

/** Holds a cancelled lesson after all, at the time it had. */
export const restoreLesson = (queries: Queries, lessonId: number, now: Date): Promise<LessonOutcome> =>
  change(queries, lessonId, now, ({ status, startsAt, endsAt }) =>
    status !== "cancelled" ? "unchanged" : { lessonId, startsAt, endsAt, isCancelled: false },
  );

type Lesson = Awaited<ReturnType<typeof findLessons>>[number];
type Revision = Parameters<typeof reviseLessons>[1]["revisions"][number];

async function change(
  queries: Queries,
  lessonId: number,
  now: Date,
  decide: (lesson: Lesson) => Revision | "unchanged" | "over",
): Promise<LessonOutcome> {
  const [lesson] = await findLessons(queries, { lessonId });
  if (lesson === undefined) return { kind: "gone" };
  if (lesson.endsAt <= now) return { kind: "over" };
  const decided = decide(lesson);
  if (typeof decided === "string") return { kind: decided };
  await reviseLessons(queries, { known: [lesson], revisions: [decided] }, now);
  return { kind: "changed", groupId: lesson.groupId };
}

/** What came of moving a series: how many lessons moved. `clash`: two would begin at once; `over`: one in the past. */
export type SeriesOutcome = { kind: "changed"; lessons: number } | { kind: "unchanged" | "clash" | "over" };

/**
 * Moves all lessons of a group that begin at or after `from`, and not before now; cancelled ones stay as they are.
 * Everybody hears of it in one message.
 */
export async function moveSeries(
  queries: Queries,
  { groupId, ...move }: { groupId: number; from: Date } & Move,
  now: Date,
): Promise<SeriesOutcome> {
  const plan = planMove(await findLessons(queries, { groupId }), move, now);
  if (plan.kind !== "move") return plan;
  const revisions = plan.moved.map((lesson) => ({ ...lesson, isCancelled: false }));
  await reviseLessons(queries, { known: plan.known, revisions }, now);
  return { kind: "changed", lessons: plan.moved.length };
}
