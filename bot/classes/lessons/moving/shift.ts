import type { DateTime } from "luxon";
import { inZone } from "../../../words/time/local-time.ts";

/** Where the lessons of a weekday go: another weekday (ISO) of the same week, another time of day, another length. */
export interface NewHours {
  weekday?: number;
  /** Minutes after midnight. */
  time?: number;
  /** In minutes. */
  length?: number;
}

/**
 * How a series moves, on the wall clock of its group: by minutes, a week being 10,080 whatever the clocks do; or each
 * weekday (ISO) to other hours, those not named staying.
 */
export type Shift = { minutes: number } | { days: Readonly<Record<number, NewHours>> };

/** A lesson at its new time. */
export interface Shifted {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
}

/** Where lessons come to stand; their length stays unless another one was said. */
export function shiftLessons(lessons: readonly (Shifted & { timeZone: string })[], shift: Shift): Shifted[] {
  return lessons.map(({ lessonId, startsAt, endsAt, timeZone }) => {
    const start = inZone(startsAt, timeZone);
    const to = "days" in shift ? (shift.days[start.weekday] ?? {}) : {};
    const moved = ("minutes" in shift ? shiftBy(start, shift.minutes) : shiftTo(start, to)).toJSDate();
    const length = to.length === undefined ? endsAt.getTime() - startsAt.getTime() : to.length * 60_000;
    return { lessonId, startsAt: moved, endsAt: new Date(moved.getTime() + length) };
  });
}

function shiftBy(start: DateTime, minutes: number): DateTime {
  const wall = start.setZone("utc", { keepLocalTime: true }).plus({ minutes });
  return wall.setZone(start.zone, { keepLocalTime: true });
}

function shiftTo(start: DateTime, { weekday = start.weekday, time }: NewHours): DateTime {
  const day = start.plus({ days: weekday - start.weekday });
  return time === undefined ? day : day.set({ hour: Math.floor(time / 60), minute: time % 60 });
}
