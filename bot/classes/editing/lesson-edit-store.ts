import { Prisma } from "../../../prisma/client/client.ts";
import type { Database, Queries } from "../../database/database.ts";
import { type Actor, actAs } from "../../staff/act-store.ts";
import { findLastEdit } from "../../staff/revise-store.ts";
import type { ChangedMeanwhile } from "../../staff/revision.ts";
import {
  cancelLesson,
  type LessonOutcome,
  moveLesson,
  moveSeries,
  restoreLesson,
  type SeriesOutcome,
} from "../lessons/lesson-store.ts";
import type { Move } from "../lessons/moving/plan-move.ts";
import { findEditableLessons } from "./find-store.ts";

/** What may be done to a lesson. */
export type LessonEdit = { kind: "move"; startsAt: Date; endsAt: Date } | { kind: "cancel" } | { kind: "restore" };

export type LessonEdited = { kind: "forbidden" } | ChangedMeanwhile | LessonOutcome;

/** Changes a lesson that its teacher, or whoever edits classes, saw with that sequence; its learners are told. */
export async function editLesson(
  database: Database,
  actor: Actor,
  { lessonId, sequence }: { lessonId: number; sequence: number },
  edit: LessonEdit,
): Promise<LessonEdited> {
  const acted = await actAs(
    database,
    actor,
    {
      action: "classes.teach",
      target: (tx) => holdTeacher(tx, Prisma.sql`(SELECT "groupId" FROM "Lesson" WHERE "id" = ${lessonId})`),
    },
    async (tx, audit): Promise<LessonEdited> => {
      const before = await tx.lesson.findUnique({ where: { id: lessonId } });
      if (before === null) return { kind: "gone" };
      const subject = `lesson:${lessonId}`;
      if (before.sequence !== sequence) {
        const lines = Prisma.sql`a."subject" IN (${subject}, ${`group:${before.groupId}`})`;
        return { kind: "changed meanwhile", revision: before.sequence, ...(await findLastEdit(tx, lines)), what: [] };
      }
      const outcome = await apply(tx, lessonId, edit, actor.now);
      if (outcome.kind !== "changed") return outcome;
      const times = { startsAt: before.startsAt.toISOString(), endsAt: before.endsAt.toISOString() };
      const after =
        edit.kind === "move" ? { startsAt: edit.startsAt.toISOString(), endsAt: edit.endsAt.toISOString() } : undefined;
      await audit({ subject, verb: edit.kind, before: times, ...(after && { after }) });
      return outcome;
    },
  );
  return acted.kind === "done" ? acted.value : acted;
}

function apply(queries: Queries, lessonId: number, edit: LessonEdit, now: Date): Promise<LessonOutcome> {
  switch (edit.kind) {
    case "move":
      return moveLesson(queries, { lessonId, startsAt: edit.startsAt, endsAt: edit.endsAt }, now);
    case "cancel":
      return cancelLesson(queries, lessonId, now);
    case "restore":
      return restoreLesson(queries, lessonId, now);
  }
}

/** Names how the lessons of a group were when somebody saw them: two who saw the same saw all of them alike. */
export const editionOfLessons = (lessons: readonly { id: number; sequence: number }[]): string =>
  `${lessons.length}.${lessons.reduce((sum, { sequence }) => sum + sequence, 0)}`;

export type SeriesEdited = { kind: "forbidden" } | ChangedMeanwhile | SeriesOutcome;

/** Moves the lessons of a group from a moment on, as somebody saw them; its learners hear of it in one message. */
export async function editSeries(
  database: Database,
  actor: Actor,
  { groupId, edition }: { groupId: number; edition: string },
  move: { from: Date } & Move,
): Promise<SeriesEdited> {
  const acted = await actAs(
    database,
    actor,
    { action: "classes.teach", target: (tx) => holdTeacher(tx, Prisma.sql`${groupId}`) },
    async (tx, audit): Promise<SeriesEdited> => {
      const subject = `group:${groupId}`;
      const before = await findEditableLessons(tx, groupId);
      if (editionOfLessons(before) !== edition) {
        const lessons = before.map(({ id }) => `lesson:${id}`);
        const lines = Prisma.sql`a."subject" = ANY (${[subject, ...lessons]})`;
        return { kind: "changed meanwhile", revision: 0, ...(await findLastEdit(tx, lines)), what: [] };
      }
      const outcome = await moveSeries(tx, { groupId, ...move }, actor.now);
      if (outcome.kind !== "changed") return outcome;
      const after = await findEditableLessons(tx, groupId);
      const first = before.find(({ id, startsAt }) => after.some((is) => is.id === id && +is.startsAt !== +startsAt));
      const moved = after.find(({ id }) => id === first?.id);
      await audit({
        subject,
        verb: "move",
        before: { startsAt: first?.startsAt.toISOString() ?? null },
        after: { startsAt: moved?.startsAt.toISOString() ?? null, lessons: outcome.lessons },
      });
      return outcome;
    },
  );
  return acted.kind === "done" ? acted.value : acted;
}

/** Holds a group until the commit: of two who move its lessons, the second sees what the first did. */
async function holdTeacher(queries: Queries, groupId: Prisma.Sql): Promise<{ teacherId: number | null } | null> {
  const [group] = await queries.$queryRaw<{ teacherId: bigint | null }[]>`
    SELECT "teacherId" FROM "Group" WHERE "id" = ${groupId} FOR NO KEY UPDATE`;
  return group ? { teacherId: group.teacherId === null ? null : Number(group.teacherId) } : null;
}
