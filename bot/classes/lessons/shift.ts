import { DateTime } from "luxon";

/**
 * How a series moves, on the wall clock of its group: by minutes, a week being 10,080 whatever the clocks do; or to
 * another time of day (minutes after midnight), another weekday (ISO) of the same week, or both. `onlyOn` leaves the
 * lessons of other weekdays alone.
 */
export type Shift = { minutes: number } | { time?: number; weekday?: number; onlyOn?: number };

interface Shifted {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
}

/** Where lessons come to stand; their length stays. */
export function shiftLessons(lessons: readonly (Shifted & { timeZone: string })[], shift: Shift): Shifted[] {
  return lessons.map(({ lessonId, startsAt, endsAt, timeZone }) => {
    const moved = shiftStart(DateTime.fromJSDate(startsAt, { zone: timeZone }), shift).toJSDate();
    const length = endsAt.getTime() - startsAt.getTime();
    return { lessonId, startsAt: moved, endsAt: new Date(moved.getTime() + length) };
  });
}

function shiftStart(start: DateTime, shift: Shift): DateTime {
  if ("minutes" in shift) {
    const wall = start.setZone("utc", { keepLocalTime: true }).plus({ minutes: shift.minutes });
    return wall.setZone(start.zone, { keepLocalTime: true });
  }
  const { time, weekday = start.weekday, onlyOn = start.weekday } = shift;
  if (start.weekday !== onlyOn) return start;
  const day = start.plus({ days: weekday - start.weekday });
  return time === undefined ? day : day.set({ hour: Math.floor(time / 60), minute: time % 60 });
}
