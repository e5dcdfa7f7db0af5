import { z } from "zod";
import type { LessonTime } from "../lesson.ts";

/** How the lessons of a class were when its people last heard of them, by id; plain JSON, because it waits in the outbox. */
export const lessonsBefore = z.object({
  groupId: z.int(),
  before: z.record(
    z.string(),
    z.object({
      startsAt: z.coerce.date(),
      endsAt: z.coerce.date(),
      status: z.enum(["scheduled", "moved", "cancelled"]),
    }),
  ),
});

export type LessonChangeKind = "moved" | "cancelled" | "restored";

/** What happened to a lesson: how it was, how it is now. */
export interface LessonChange {
  kind: LessonChangeKind;
  before: LessonTime;
  after: LessonTime;
}

/** Compares lessons with how they were; whatever happened in between and was undone, or is over, is nothing. */
export function findLessonChanges(
  before: Readonly<Record<string, LessonTime>>,
  lessons: readonly (LessonTime & { lessonId: number })[],
  now: Date,
): LessonChange[] {
  return lessons.flatMap((after) => {
    const was = before[String(after.lessonId)];
    if (was === undefined || (after.endsAt <= now && was.endsAt <= now)) return [];
    const kind = kindOf(was, after);
    return kind === null ? [] : [{ kind, before: was, after }];
  });
}

function kindOf(before: LessonTime, after: LessonTime): LessonChangeKind | null {
  if (after.status === "cancelled") return before.status === "cancelled" ? null : "cancelled";
  if (before.status === "cancelled") return "restored";
  return before.startsAt.getTime() === after.startsAt.getTime() ? null : "moved";
}
