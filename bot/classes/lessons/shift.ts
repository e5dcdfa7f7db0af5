import { DateTime } from "luxon";

/** Where the lessons of a weekday go: another weekday (ISO) of the same week, another time of day, another length. */
export interface NewHours {
  weekday?: number;
  /** Minutes after midnight. */
  time?: number;
  /** In minutes. */
  length?: number;
}

/**
 * How a series moves, on the wall clock of its group: by minutes, a week being 10,080 whatever the clocks do; to other
 * hours, `onlyOn` leaving the lessons of other weekdays alone; or each weekday to its own, those not named staying.
 */
export type Shift =
  | { minutes: number }
  | (Omit<NewHours, "length"> & { onlyOn?: number })
  | { days: Readonly<Record<number, NewHours>> };

/** A lesson at its new time. */
export interface Shifted {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
}

/** Where lessons come to stand; their length stays unless another one was said. */
export function shiftLessons(lessons: readonly (Shifted & { timeZone: string })[], shift: Shift): Shifted[] {
  return lessons.map(({ lessonId, startsAt, endsAt, timeZone }) => {
    const start = DateTime.fromJSDate(startsAt, { zone: timeZone });
    const to = hoursOf(start.weekday, shift);
    const moved = ("minutes" in shift ? shiftBy(start, shift.minutes) : to ? shiftTo(start, to) : start).toJSDate();
    const length = to?.length === undefined ? endsAt.getTime() - startsAt.getTime() : to.length * 60_000;
    return { lessonId, startsAt: moved, endsAt: new Date(moved.getTime() + length) };
  });
}

function hoursOf(weekday: number, shift: Shift): NewHours | undefined {
  if ("minutes" in shift) return undefined;
  if ("days" in shift) return shift.days[weekday];
  return shift.onlyOn === undefined || shift.onlyOn === weekday ? shift : undefined;
}

function shiftBy(start: DateTime, minutes: number): DateTime {
  const wall = start.setZone("utc", { keepLocalTime: true }).plus({ minutes });
  return wall.setZone(start.zone, { keepLocalTime: true });
}

function shiftTo(start: DateTime, { weekday = start.weekday, time }: NewHours): DateTime {
  const day = start.plus({ days: weekday - start.weekday });
  return time === undefined ? day : day.set({ hour: Math.floor(time / 60), minute: time % 60 });
}
