import { DateTime } from "luxon";
import { expandRecurrence } from "../../../when/expand.ts";
import type { Pause } from "../../../when/recurrence.ts";
import { inZone } from "../../../words/time/local-time.ts";
import type { NewHours, Shifted } from "./shift.ts";

/** Another week for a series: on how many days it may be. */
export interface NewWeek {
  /** ISO weekdays, each once and in order; what is left out stays as the first lesson has it. */
  days: readonly (NewHours & { weekday: number })[];
  /** 2 is every other week, counted from that of the first lesson. */
  everyWeeks: number;
  pauses: readonly Pause[];
}

/**
 * Lays lessons, in order of time and all of one zone, one after the other on the days of another week; each keeps its
 * place in the row. They begin on the day of `from`, if that is said and to come, or else in the week of the first one.
 */
export function layLessons(
  lessons: readonly (Shifted & { timeZone: string })[],
  { days, everyWeeks, pauses }: NewWeek,
  { from, now }: { from: Date; now: Date },
): Shifted[] {
  const [first] = lessons;
  if (first === undefined) return [];
  const { timeZone: zone } = first;
  const usual = inZone(first.startsAt, zone);
  const usualLength = (first.endsAt.getTime() - first.startsAt.getTime()) / 60_000;
  const own = DateTime.max(usual.startOf("week"), inZone(now, zone).startOf("day"));
  const start = from > now ? inZone(from, zone) : own;
  const planned = expandRecurrence(
    {
      ...{ kind: "weekly", interval: everyWeeks, pauses, start: start.toFormat("yyyy-MM-dd"), until: null },
      byDay: days.map(({ weekday, time = usual.hour * 60 + usual.minute, length = usualLength }) => {
        return { weekday, from: time, until: (time + length) % (24 * 60) };
      }),
      // Today's hour may be over.
      count: lessons.length + 1,
    },
    zone,
  ).filter(({ startsAt }) => startsAt > now);
  return lessons.map(({ lessonId, ...before }, index) => {
    const { startsAt, endsAt } = planned[index] ?? before;
    return { lessonId, startsAt, endsAt: endsAt ?? before.endsAt };
  });
}
