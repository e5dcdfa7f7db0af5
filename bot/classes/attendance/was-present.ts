import type { PresenceSpan } from "../../zoom/presence.ts";
/** A lesson by the clock. */
export interface LessonSpan {
  startsAt: Date;
  endsAt: Date;
}

/** The part of a lesson that one has to be there for. */
const presentShare = 0.5;

/** Whether somebody was there for at least half of a lesson: with two devices at once they are there once. */
export function wasPresent(lesson: LessonSpan, presences: readonly PresenceSpan[], now: Date): boolean {
  const length = lesson.endsAt.getTime() - lesson.startsAt.getTime();
  return length > 0 && timePresent(lesson, presences, now) >= length * presentShare;
}

/** Milliseconds of a lesson that somebody was there for; whoever has not left is there until now. */
export function timePresent(lesson: LessonSpan, presences: readonly PresenceSpan[], now: Date): number {
  const [start, end] = [lesson.startsAt.getTime(), Math.min(lesson.endsAt.getTime(), now.getTime())];
  const spans = presences
    .map(({ joinedAt, leftAt }) => ({ from: joinedAt.getTime(), until: leftAt?.getTime() ?? end }))
    .sort((one, other) => one.from - other.from);
  let total = 0;
  let counted = start;
  for (const { from, until } of spans) {
    const [begun, over] = [Math.max(from, counted), Math.min(until, end)];
    if (over <= begun) continue;
    total += over - begun;
    counted = over;
  }
  return total;
}
