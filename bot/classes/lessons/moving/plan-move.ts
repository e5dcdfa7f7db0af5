import type { LessonTime } from "../lesson.ts";
import { layLessons, type NewWeek } from "./reschedule-week.ts";
import { type Shift, type Shifted, shiftLessons } from "./shift.ts";

/** Where a series goes: each lesson elsewhere, or all of them one after the other on the days of another week. */
export type Move = Shift | { week: NewWeek };

/** What moving a series would do. `clash`: two would begin at once; `over`: one in the past. */
export type PlannedMove<Lesson> =
  | { kind: "move"; known: Lesson[]; moved: Shifted[] }
  | { kind: "unchanged" | "clash" | "over" };

/** Plans to move the lessons that begin at or after `from`, and not before now; cancelled ones stay as they are. */
export function planMove<Lesson extends LessonTime & { lessonId: number; timeZone: string }>(
  lessons: readonly Lesson[],
  { from, ...move }: { from: Date } & Move,
  now: Date,
): PlannedMove<Lesson> {
  const coming = lessons.filter(({ startsAt, status }) => startsAt >= from && startsAt > now && status !== "cancelled");
  const shifted = "week" in move ? layLessons(coming, move.week, { from, now }) : shiftLessons(coming, move);
  const pairs = coming.flatMap((lesson, index) => {
    const to = shifted[index];
    return to === undefined || (isAt(lesson.startsAt, to.startsAt) && isAt(lesson.endsAt, to.endsAt))
      ? []
      : [{ lesson, to }];
  });
  const moved = pairs.map(({ to }) => to);
  if (moved.length === 0) return { kind: "unchanged" };
  if (moved.some(({ startsAt }) => startsAt <= now)) return { kind: "over" };
  const movedIds = new Set(moved.map(({ lessonId }) => lessonId));
  const rest = lessons.filter(({ lessonId, status }) => !movedIds.has(lessonId) && status !== "cancelled");
  const starts = new Set([...moved, ...rest].map(({ startsAt }) => startsAt.getTime()));
  if (starts.size < moved.length + rest.length) return { kind: "clash" };
  return { kind: "move", known: pairs.map(({ lesson }) => lesson), moved };
}

const isAt = (one: Date, other: Date): boolean => one.getTime() === other.getTime();
