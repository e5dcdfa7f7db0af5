import { DateTime } from "luxon";
import { addDays, type Day, type Reading, resolveComing, resolveDay, todayOf, weekdayOf } from "../days.ts";
import { dateAt, expandRecurrence } from "../expand.ts";
import { day } from "../hours/time.ts";
import { type Hours, withLength } from "../hours.ts";
import { mostDates } from "../recurrence.ts";
import type { Span } from "../span.ts";
import { datesWithHours } from "../statement/dates-with-hours.ts";
import { readStatement } from "../statement/read-statement.ts";
import type { SaidDates, Statement, UsedWords } from "../statement/statement.ts";
import { unusedIn } from "../statement/unused.ts";
import { tokenise } from "../tokens.ts";
import {
  isInPause,
  isList,
  isOnNamed,
  readPauses,
  recurrenceOf,
  type Unclear,
  unusedBy as unusedOfWeek,
} from "./parse-recurrence.ts";

/** A date as it was said: no hour, no end where nobody gave one. */
export interface ParsedDate {
  startsAt: Date;
  endsAt: Date | null;
  hasStartTime: boolean;
}

/** `unused`: where words stand that nothing was made of; they are to be asked about. */
export type ParsedDates =
  | { kind: "dates"; dates: ParsedDate[]; unused: Span[] }
  | { kind: "unclear"; what: Unclear; unused: Span[] };

/** Longer texts are posters (`find-dates.ts`). */
const readAtMost = 1_000;
/** A range with an hour is a showing on each of so many days; a longer one is open all the while. */
const mostShowings = 14;
/** Open from ten to six: the hours of a museum, not of a concert. */
const openingHours = 5 * 60;

/**
 * Reads the dates that staff type: "5 December 18:30", "tomorrow 19:00", "5–7 December", "5 декабря в 12:00 и 15:00",
 * "every Friday 19:00 until 26 December", "Saturday 19:00" for the next one. Dates that are over are none. Of a text the
 * first 1,000 characters are read.
 */
export function parseDates(typed: string, reading: Reading): ParsedDates {
  const said = readStatement(tokenise(typed.slice(0, readAtMost)));
  const read = isDated(said) ? datedOf(said, reading) : repeatedOf(said, reading);
  const unused = unusedBy(said, read);
  if (typeof read === "string") return { kind: "unclear", what: read, unused };
  const coming = read.dates.filter(({ startsAt, endsAt }) => (endsAt ?? endOfDay(startsAt, reading)) > reading.now);
  if (coming.length === 0) return { kind: "unclear", what: read.dates.length > 0 ? "start" : "days", unused };
  return { kind: "dates", dates: coming, unused };
}

/**
 * The same of dates that are named one by one or as a range, over or not: those of a table. It is read on any day, so
 * "tomorrow" is none.
 */
export function parseNamedDates(typed: string, reading: Reading): ParsedDates {
  const said = readStatement(tokenise(typed.slice(0, readAtMost)));
  const isRelative = said.dates.some(({ days }) => days.some(isRelativeDay));
  const read = isDated(said) && !isRelative ? datedOf(said, reading) : "days";
  const unused = unusedBy(said, read);
  return typeof read === "string"
    ? { kind: "unclear", what: read, unused }
    : { kind: "dates", dates: read.dates, unused };
}

/** Another day whenever it is read. */
const isRelativeDay = (said: Day): boolean =>
  said.kind === "ahead" ||
  said.kind === "weekday" ||
  said.kind === "of month" ||
  (said.kind === "end" && typeof said.of === "string");

function unusedBy(said: Statement, read: Dated | Unclear): Span[] {
  if (typeof read === "string") return said.unused;
  if (read.used === "week") return unusedOfWeek(said);
  const unused = unusedIn(said, read.used);
  return read.isOpen ? [...unused, ...spansNotOpen(said)] : unused;
}

/** `isOpen`: only the days of a range were taken, not its hours or the days left out. */
interface Dated {
  dates: ParsedDate[];
  /** What was used besides days, weekdays and hours; "week": what a week that repeats has a use for. */
  used: readonly UsedWords[] | "week";
  isOpen: boolean;
}

/** Dates are named one by one or as a range, and nothing says that a week repeats. */
const isDated = (said: Statement): boolean =>
  isList(said) || (said.weekdays.size === 0 && said.dates.some(({ role }) => role !== "except"));

function datedOf(said: Statement, reading: Reading): Dated | Unclear {
  const days = said.dates.flatMap((dates) => dates.days);
  if (days.some((one) => one.kind === "date" && one.isAmbiguous)) return "ambiguous";
  if (!isOnNamed(said, reading) || (said.weekdays.size > 0 && !isOnWeekdays(said, reading))) return "weekday";
  const earliest = said.dates.find(({ role }) => role !== "except")?.days[0];
  // «без антракта» leaves no day out: those words are asked about.
  const pauses = readPauses(
    { ...said, hasOpenException: false },
    (earliest && resolveDay(earliest, reading)) ?? "",
    reading,
  );
  if (pauses === null) return "pause";
  const dates: ParsedDate[] = [];
  let isOpen = false;
  for (const group of datesWithHours(said).filter((one) => one.dates.role !== "except")) {
    const hours = group.hours.map((one) => withLength(one, said.length));
    const known = resolveAll(group.dates, hours[0]?.from ?? null, reading);
    if (known === null) return "start";
    const last = dates.at(-1);
    if (group.dates.role === "until" && !group.dates.isRange) {
      // "с 5 декабря 12:00 до 6 декабря 20:00"
      if (!last || last.endsAt !== null) return "end";
      last.endsAt = endAt(known[0] ?? "", hours, reading);
      if (last.endsAt <= last.startsAt) return "end";
      continue;
    }
    if (group.dates.isRange && isOpenThroughout(known, hours)) {
      const [from = "", until = ""] = known;
      dates.push({
        startsAt: midnight(from, reading),
        endsAt: midnight(addDays(until, 1), reading),
        hasStartTime: false,
      });
      isOpen = true;
      continue;
    }
    const each = group.dates.isRange ? daysBetween(known) : known;
    const kept = each.filter((date) => !said.excepted.has(weekdayOf(date)) && !isInPause(date, pauses));
    dates.push(...kept.flatMap((date) => onDay(date, hours, reading)));
  }
  if (said.count !== null && said.count !== dates.length) return "count";
  return {
    dates: inOrder(dates),
    isOpen,
    used: [
      "count",
      "length",
      ...(said.hasOpenException || (isOpen && said.exceptsHolidays) ? [] : ["except" as const]),
    ],
  };
}

/** The ISO dates of days that stand together; null where one does not exist, or a range ends before it begins. */
function resolveAll({ days, isRange }: SaidDates, minutes: number | null, reading: Reading): string[] | null {
  const [first, last] = days;
  const from = first ? resolveDay(first, reading) : null;
  if (!isRange || from === null || !last) {
    const known = days.map((one) => resolveComing(one, minutes, reading)).filter((date) => date !== null);
    return known.length < days.length ? null : known;
  }
  // "28 декабря – 5 января": the year turns in between.
  const until = resolveDay(last, reading, from);
  return until === null || until < from ? null : [from, until];
}

const isOnWeekdays = (said: Statement, reading: Reading): boolean =>
  said.dates
    .flatMap(({ days }) => days)
    .every((one) => {
      const date = resolveDay(one, reading);
      return date === null || said.weekdays.has(weekdayOf(date));
    });

export const isOpenThroughout = ([from = "", until = ""]: readonly string[], hours: readonly Hours[]): boolean =>
  hours.length === 0 ||
  daysBetween([from, until]).length > mostShowings ||
  hours.some((one) => one.until !== null && one.until - one.from >= openingHours);

/** All ISO dates from the first to the last, at most a year of them. */
export function daysBetween([from = "", until = ""]: readonly string[]): string[] {
  const days: string[] = [];
  for (let date = from; date <= until && days.length < 366; date = addDays(date, 1)) days.push(date);
  return days;
}

/** The dates of one day: one for each hour, or one without. */
export function onDay(date: string, hours: readonly Hours[], reading: Reading): ParsedDate[] {
  if (hours.length === 0) return [{ startsAt: midnight(date, reading), endsAt: null, hasStartTime: false }];
  return hours.map((one) => {
    const { startsAt, endsAt } = dateAt(date, one, reading.zone);
    return { startsAt, endsAt, hasStartTime: true };
  });
}

const endAt = (date: string, [hours]: readonly Hours[], reading: Reading): Date =>
  hours === undefined
    ? midnight(addDays(date, 1), reading)
    : dateAt(date, { ...hours, until: null }, reading.zone).startsAt;

export const midnight = (date: string, { zone }: Reading): Date => DateTime.fromISO(date, { zone }).toJSDate();

const inOrder = (dates: readonly ParsedDate[]): ParsedDate[] =>
  [...dates].sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());

/** A week that repeats; a weekday alone is the next one. */
function repeatedOf(said: Statement, reading: Reading): Dated | Unclear {
  const limits = { ...reading, most: mostDates };
  const from = (days: number): SaidDates => ({
    ...{ days: [{ kind: "ahead", days }], isRange: false, isAblative: false, next: 0, role: "from" },
    at: { start: 0, end: 0 },
  });
  if (said.weekdays.size === 0 && said.ahead && said.hours) {
    const date = addDays(todayOf(reading), Math.round(said.ahead.minutes / day));
    return { dates: onDay(date, said.hours, reading), isOpen: false, used: ["ahead"] };
  }
  const read = recurrenceOf(said, limits);
  const isNext = read === "count" && !said.isRepeated && said.dates.length === 0 && said.count === null;
  // Each weekday that was named once.
  const next = isNext ? recurrenceOf({ ...said, count: said.weekdays.size, dates: [from(0)] }, limits) : read;
  if (typeof next === "string") return next;
  const expanded = expandRecurrence(next, reading.zone);
  return {
    dates: expanded.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, hasStartTime: true })),
    isOpen: false,
    used: "week",
  };
}

/** Hours, and days left out, of what is open all the while. */
const spansNotOpen = (said: Statement): Span[] => [
  ...said.parts.flatMap((part) => (part.kind === "hours" ? [part.at] : [])),
  ...said.excepted.values(),
  ...said.dates.filter(({ role }) => role === "except").map(({ at }) => at),
];

const endOfDay = (instant: Date, { zone }: Reading): Date =>
  DateTime.fromJSDate(instant, { zone }).endOf("day").toJSDate();
