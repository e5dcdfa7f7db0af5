const hour = 3_600_000;

/** How long a place is held. */
const held = 12 * hour;

/** Held at most until so long before a lesson, so that the next in line can still come to it. */
const beforeLesson = 2 * hour;

/** A lesson nearer than this is let go: it would leave less than an hour to answer. */
export const nearestLesson = 3 * hour;

/** Until when a place offered now is held; null if no lesson is far enough, and nothing may be offered. */
export function offerUntil(now: Date, lessonStarts: readonly Date[]): Date | null {
  const reachable = lessonStarts
    .map((start) => start.getTime())
    .filter((start) => start >= now.getTime() + nearestLesson);
  if (reachable.length === 0) return null;
  return new Date(Math.min(now.getTime() + held, Math.min(...reachable) - beforeLesson));
}
