import { DateTime } from "luxon";
import type { Reading } from "./days.ts";
import type { PartOfDay } from "./lexicon/lexicon.ts";
import type { When } from "./periods.ts";

/** Instants from the first on and before the second. */
export interface Window {
  from: Date;
  to: Date;
}

/** An evening ends at four in the morning: whoever asks at two means the night that they are in. */
const nightEnds = { hour: 4 };
const partHours: Record<PartOfDay, Cut> = {
  morning: { from: 6 * 60, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 17 * 60 },
  evening: { from: 17 * 60, to: 28 * 60 },
  night: { from: 21 * 60, to: 28 * 60 },
};
/** «Ночной сеанс» begins later than what is merely on at night. */
const lateNight: Cut = { from: 22 * 60, to: 28 * 60 };
/** What begins half an hour before the hour that was said, or an hour behind it, is meant too; minutes. */
const around = { before: 30, behind: 60 };
/** So many days "after 8 pm" alone is looked for. */
const hoursAlone = 7;
/** Days of the longest range. */
const longestDays = 92;

/** A part of each day, in minutes after its midnight. */
interface Cut {
  from: number;
  to: number;
}

interface Span {
  from: DateTime;
  to: DateTime;
}

type DayTime = Extract<When, { kind: "part_of_day" | "hours" }>;
type Dated = Exclude<When, DayTime>;

const isDayTime = (when: When): when is DayTime => when.kind === "part_of_day" || when.kind === "hours";

/**
 * The instants meant by what was said, several days joined by "or", times of day by "and". Nothing said, nothing. `isOver`: what
 * is over is asked for, so that October is the last one.
 */
export function windowsOf(said: readonly When[], { now, zone }: Reading, isOver = false): Window[] {
  const local = DateTime.fromJSDate(now, { zone });
  const found = windowsFrom(isOver ? said.map((when) => lastOf(when, local)) : said, local);
  return found
    .map(({ from, to }) => ({ from: from.toJSDate(), to: to.toJSDate() }))
    .sort((one, other) => one.from.getTime() - other.from.getTime());
}

function windowsFrom(said: readonly When[], local: DateTime): Span[] {
  const days = joinWeekday(said.filter((when): when is Dated => !isDayTime(when)));
  // What is on the air "now" and next week is meant for next week.
  const dated = days.some(({ kind }) => kind !== "now") ? days.filter(({ kind }) => kind !== "now") : days;
  const cuts = cutsOf(said.filter(isDayTime));
  const spans = dated.flatMap((when) => spansOf(when, local));
  if (dated.length === 0 && cuts.length > 0) {
    // "вечером" alone is today's evening, "после 20:00" and «ночные сеансы» are of any day.
    const isOfAny = said.some((when) => when.kind === "hours" || (when.kind === "part_of_day" && when.isAnyDay));
    spans.push({ from: local, to: local.startOf("day").plus({ days: isOfAny ? hoursAlone : 1 }) });
  }
  const cut = cuts.length === 0 ? spans : spans.flatMap((span) => cuts.flatMap((one) => cutDays(span, one)));
  if (cut.length > 0 || spans.length === 0) return cut;
  // "On Sunday morning", asked on a Sunday afternoon, is the next one; of today there is the rest.
  const isToday = dated.some(({ kind }) => kind !== "weekday");
  return isToday ? spans : windowsFrom(said, local.startOf("day").plus({ days: 1 }));
}

/** The last such month that has begun, where no year is said. */
const lastOf = (when: When, { year, month }: DateTime): When =>
  when.kind === "month" && when.year === undefined ? { ...when, year: when.month > month ? year - 1 : year } : when;

/** «Киләсе атнада сишәмбе көнне», "next week on Tuesday" are one day. */
function joinWeekday(days: readonly Dated[]): readonly Dated[] {
  const isNextWeek = days.some(({ kind }) => kind === "next_week");
  if (!isNextWeek || !days.some(({ kind }) => kind === "weekday")) return days;
  return days.flatMap((day) =>
    day.kind === "next_week" ? [] : day.kind === "weekday" ? { ...day, week: "next" } : day,
  );
}

/** Hours within the parts of the day that were said beside them: «вечером в семь» is at seven. */
function cutsOf(said: readonly DayTime[]): Cut[] {
  const parts = said.filter(({ kind }) => kind === "part_of_day").map(cutOf);
  const hours = said.filter(({ kind }) => kind === "hours").map(cutOf);
  if (parts.length === 0 || hours.length === 0) return [...parts, ...hours];
  return hours.flatMap((hour) => {
    const within = parts
      .map((part) => ({ from: Math.max(hour.from, part.from), to: Math.min(hour.to, part.to) }))
      .filter(({ from, to }) => from < to);
    return within.length > 0 ? within : [hour];
  });
}

function cutOf(when: DayTime): Cut {
  if (when.kind === "part_of_day") return when.isAnyDay && when.part === "night" ? lateNight : partHours[when.part];
  const { from, until, isAt } = when;
  if (isAt && from !== null) return { from: Math.max(0, from - around.before), to: from + around.behind };
  const to = until === null ? 28 * 60 : until > (from ?? 0) ? until : until + 24 * 60;
  return { from: from ?? 0, to };
}

function spansOf(when: Dated, now: DateTime): Span[] {
  const today = now.startOf("day");
  const week = today.startOf("week");
  const dayAt = (date: string): DateTime => DateTime.fromISO(date, { zone: now.zone });
  switch (when.kind) {
    case "now":
      return [{ from: now, to: now.plus({ minutes: 1 }) }];
    case "tonight": {
      const isNight = now.hour < nightEnds.hour;
      if (isNight) return [{ from: now, to: today.set(nightEnds) }];
      // Asked at noon, what ends before the evening is not meant.
      const from = DateTime.max(now, atMinute(today, partHours.evening.from));
      return [{ from, to: today.plus({ days: 1 }).set(nightEnds) }];
    }
    case "today":
      return [{ from: now, to: today.plus({ days: 1 }) }];
    case "tomorrow":
      return [days(today.plus({ days: 1 }), 1, now)];
    case "day_after_tomorrow":
      return [days(today.plus({ days: 2 }), 1, now)];
    case "weekend":
      return [days(today.weekday === 7 ? today : today.set({ weekday: 6 }), today.weekday === 7 ? 1 : 2, now)];
    case "next_weekend":
      return [days(week.plus({ days: 12 }), 2, now)];
    case "this_week":
      return [{ from: now, to: week.plus({ weeks: 1 }) }];
    case "next_week":
      return [days(week.plus({ weeks: 1 }), 7, now)];
    case "coming_week":
      return [{ from: now, to: today.plus({ days: 8 }) }];
    case "this_month":
      return [{ from: now, to: today.startOf("month").plus({ months: 1 }) }];
    case "next_month": {
      const start = today.startOf("month").plus({ months: 1 });
      return [{ from: start, to: start.plus({ months: 1 }) }];
    }
    case "weekday":
      return weekdays(when, today).map((day) => days(day, 1, now));
    case "date":
      return [days(dayAt(when.date), 1, now)];
    case "dates": {
      if (!when.isRange) return when.dates.map((date) => days(dayAt(date), 1, now));
      const [first = "", last = first] = when.dates;
      const count = Math.round(dayAt(last).diff(dayAt(first), "days").days) + 1;
      return [days(dayAt(first), Math.min(count, longestDays), now)];
    }
    case "ahead":
      if (when.isDays) return [days(today.plus({ days: Math.round(when.minutes / 1440) }), 1, now)];
      return [
        {
          from: DateTime.max(now, now.plus({ minutes: when.minutes - around.before })),
          to: now.plus({ minutes: when.minutes + around.behind }),
        },
      ];
    case "month": {
      const year = when.year ?? (when.month < today.month ? today.year + 1 : today.year);
      const start = DateTime.fromObject({ year, month: when.month }, { zone: now.zone });
      const to = start.plus({ months: 1 });
      return [{ from: to > now ? DateTime.max(start, now) : start, to }];
    }
  }
}

function weekdays({ weekday, last = weekday, week }: Extract<When, { kind: "weekday" }>, today: DateTime): DateTime[] {
  const count = ((last - weekday + 7) % 7) + 1;
  const coming = (name: number) => today.plus({ days: (name - today.weekday + 7) % 7 });
  if (week === "next") return [today.startOf("week").plus({ days: 6 + weekday })];
  if (week !== undefined) return [coming(weekday).plus({ weeks: week })];
  return Array.from({ length: count }, (_, index) => coming(((weekday - 1 + index) % 7) + 1));
}

/** Whole days, the rest of today where they begin today. */
function days(start: DateTime, count: number, now: DateTime): Span {
  const to = start.plus({ days: count });
  return { from: start < now && now < to ? now : start, to };
}

function cutDays(span: Span, cut: Cut): Span[] {
  const found: Span[] = [];
  for (let day = span.from.startOf("day"); day < span.to; day = day.plus({ days: 1 })) {
    const from = DateTime.max(span.from, atMinute(day, cut.from));
    const to = atMinute(day, cut.to);
    if (from < to) found.push({ from, to });
  }
  return found;
}

const atMinute = (day: DateTime, minutes: number): DateTime =>
  day.plus({ days: Math.floor(minutes / 1440) }).set({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 });
