import type { WeekdayNumbers } from "luxon";
import { daysBetween, inZone } from "../../../words/time/local-time.ts";
import type { LessonTime } from "../lesson.ts";

/** Weekdays that share a time of day, ISO numbers in order; `startsAt` is one of their lessons. */
export interface WeeklyPart {
  weekdays: WeekdayNumbers[];
  startsAt: Date;
}

/** A weekday whose lessons fill less of its weeks than this is no habit: every other week, or a few dates by chance. */
const habit = 0.65;

/**
 * The habit behind lessons in order of time: on which weekdays at what time in the zone (IANA name), or null. Pauses do
 * not break it, nor do a few lessons that were moved out of it.
 */
export function findPattern(lessons: readonly LessonTime[], zone: string): WeeklyPart[] | null {
  const unmoved = lessons.filter(({ status }) => status === "scheduled");
  const typical = unmoved.length * 3 >= lessons.length * 2 ? unmoved : lessons;
  const [first, last] = [typical[0], typical.at(-1)];
  if (first === undefined || last === undefined || typical.length < 2) return null;
  const slots = new Map<WeekdayNumbers, { minute: number; startsAt: Date; lessons: number }>();
  for (const { startsAt } of typical) {
    const { weekday, hour, minute: rest } = inZone(startsAt, zone);
    const minute = hour * 60 + rest;
    const slot = slots.get(weekday) ?? { minute, startsAt, lessons: 0 };
    if (slot.minute !== minute) return null;
    slots.set(weekday, { ...slot, lessons: slot.lessons + 1 });
  }
  const weeks = (daysBetween(inZone(first.startsAt, zone), inZone(last.startsAt, zone)) + 1) / 7;
  const isHabit = [...slots.values()].every((slot) => slot.lessons >= 2 && slot.lessons >= Math.floor(weeks) * habit);
  return isHabit ? byTime([...slots].sort(([a], [b]) => a - b)) : null;
}

function byTime(slots: readonly [WeekdayNumbers, { minute: number; startsAt: Date }][]): WeeklyPart[] {
  const parts = new Map<number, WeeklyPart>();
  for (const [weekday, { minute, startsAt }] of slots) {
    const part = parts.get(minute);
    if (part) part.weekdays.push(weekday);
    else parts.set(minute, { weekdays: [weekday], startsAt });
  }
  return [...parts.values()];
}
