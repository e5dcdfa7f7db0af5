import { readDayOfMonth } from "./day-of-month.ts";
import { type Reading, resolveDay, todayOf } from "./days.ts";
import { readLength } from "./hours.ts";
import { readBoundHours, readClock, readOpenHours } from "./hours-asked.ts";
import type { PartOfDay } from "./lexicon/lexicon.ts";
import { readSpan } from "./span-of-hours.ts";
import { readSpanOfYear } from "./span-of-year.ts";
import { type Days, readDays } from "./statement/read-days.ts";
import { hasCue, type Token, wordAt } from "./tokens.ts";
import { isLocative, isPlainMonth } from "./vocabulary.ts";

/** A time that a query asks for, as it was said; `windows.ts` turns it into instants. */
export type When =
  | { kind: "now" | "tonight" | "today" | "tomorrow" | "day_after_tomorrow" | "weekend" | "next_weekend" }
  /** `coming_week`: seven days from now on. */
  | { kind: "this_week" | "next_week" | "coming_week" | "this_month" | "next_month" }
  /** ISO: 1 is Monday; `last`: to that one. `week`: of the next week, or so many weeks behind the coming one. */
  | { kind: "weekday"; weekday: number; last?: number; week?: "next" | number }
  /** "2026-11-20" */
  | { kind: "date"; date: string }
  /** ISO dates; of a range the first and the last. */
  | { kind: "dates"; dates: readonly string[]; isRange: boolean }
  /** 1 is January. */
  | { kind: "month"; month: number; year?: number }
  /** Minutes from now. */
  | { kind: "ahead"; minutes: number; isDays: boolean }
  /** `isAnyDay`: of no day in particular, «ночные сеансы»; else of today where no day is said. */
  | { kind: "part_of_day"; part: PartOfDay; isAnyDay?: true }
  /** Minutes after midnight; null is open. `isAt`: about that hour. */
  | { kind: "hours"; from: number | null; until: number | null; isAt?: boolean };

/** A time said at a place among tokens, and where reading goes on. */
export interface SaidPeriod {
  when: When;
  next: number;
}

/** `isTyped`: the words are as they were typed, and not what another keyboard would have made of them. */
export interface PeriodReading extends Reading {
  isTyped: boolean;
}

type Reader = (tokens: readonly Token[], at: number, reading: PeriodReading) => SaidPeriod | null;

/**
 * The time said at a place among the words of a query, with the preposition that leads to it; null when none is. Forms that
 * are other words as well ("sun", "march", «вечер романса») are none.
 */
export function readPeriod(tokens: readonly Token[], at: number, reading: PeriodReading): SaidPeriod | null {
  if (hasCue(tokens, at, "now")) return { when: { kind: "now" }, next: at + 1 };
  const first = skipLeading(tokens, at);
  const span = readSpan(tokens, at);
  if (span !== null) return { when: { kind: "hours", ...span.hours }, next: span.next };
  for (const read of [
    readAhead,
    readNamedPart,
    readNamedDates,
    readDayOfMonth,
    readWeekday,
    readMonth,
    readNamedSpan,
    readEnd,
    readPart,
    readOpenHours,
    readClock,
  ]) {
    const found = read(tokens, first, reading);
    if (found !== null) return found;
  }
  return (
    readUntilDay(tokens, at, reading) ??
    readEnd(tokens, at, reading) ??
    readBoundHours(tokens, first) ??
    readOfPart(tokens, at)
  );
}

/** «Ночной сеанс»: no hour stands behind it. */
function readOfPart(tokens: readonly Token[], at: number): SaidPeriod | null {
  const { ofPart } = wordAt(tokens, at);
  return ofPart === undefined ? null : { when: { kind: "part_of_day", part: ofPart, isAnyDay: true }, next: at + 1 };
}

/** "на этих", "в", "this coming": what may stand before a time. */
function skipLeading(tokens: readonly Token[], at: number): number {
  let next = at;
  while (
    next < at + 3 &&
    hasCue(tokens, next, "on", "at", "about", "from", "between", "this", "next", "every", "filler") &&
    isLead(tokens, next)
  ) {
    next += 1;
  }
  return next;
}

/** Cues that are no time themselves. */
const isLead = (tokens: readonly Token[], at: number): boolean => {
  const { inDays, weekday, unit, part, month, cues } = wordAt(tokens, at);
  return (inDays ?? weekday ?? unit ?? part ?? month) === undefined && !cues.has("weekend");
};

const isLed = (tokens: readonly Token[], at: number, ...cues: Parameters<typeof hasCue>[2][]): boolean =>
  [at - 1, at - 2].some((place) => hasCue(tokens, place, ...cues) && isLead(tokens, place));

/** "через неделю", "in 3 days", "2 атнадан соң", and the weekday then: "через неделю в субботу". */
const readAhead: Reader = (tokens, at, reading) => {
  const leads = hasCue(tokens, at, "ahead") && !hasCue(tokens, at, "after");
  const isIn = hasCue(tokens, at - 1, "ahead") && !leads;
  const length = readLength(tokens, leads ? at + 1 : at);
  if (length === null) return null;
  // "This week in English": what leads to a length stands not behind one.
  const isBehind =
    !leads && !isIn && hasCue(tokens, length.next, "ahead") && !hasCue(tokens, length.next, "on", "other");
  if (!leads && !isIn && !isBehind) return null;
  const { minutes, isDays } = length;
  const next = isBehind ? length.next + 1 : length.next;
  const weekday = readWeekday(tokens, skipLeading(tokens, next), reading);
  const weeks = minutes / (7 * 1440);
  if (weekday?.when.kind === "weekday" && Number.isInteger(weeks)) {
    return { when: { ...weekday.when, week: weeks }, next: weekday.next };
  }
  return { when: { kind: "ahead", minutes, isDays }, next };
};

const relativeDays = ["today", "tomorrow", "day_after_tomorrow"] as const;

/** "сегодня", "5 декабря", "5–10 декабря", "в субботу 5 декабря". */
const readNamedDates: Reader = (tokens, at, reading) => {
  const { inDays, isTonight, weekday } = wordAt(tokens, at);
  if (isTonight) return { when: { kind: "tonight" }, next: at + 1 };
  const relative = relativeDays[inDays ?? -1];
  if (relative) return { when: { kind: relative }, next: at + 1 };
  const read = readDays(tokens, weekday === undefined ? at : at + 1);
  if (read === null || !read.days.some(({ kind }) => kind === "date")) return null;
  if (read.days.some((day) => day.kind === "ahead" || (day.kind === "date" && (day.isLoose || isOld(day.year)))))
    return null;
  const isBetween = hasCue(tokens, at - 1, "between") && read.days.length === 2;
  const when = datesOf({ ...read, isRange: read.isRange || isBetween }, reading);
  // "5 декабря, суббота"
  const next = wordAt(tokens, read.next).weekday === undefined ? read.next : read.next + 1;
  return when && { when, next };
};

const isOld = (year: number | null): boolean => year !== null && year < 2000;

function datesOf({ days, isRange }: Days, reading: Reading): When | null {
  const first = days[0] && resolveDay(days[0], reading);
  if (first == null) return null;
  const dates = days.map((day) => resolveDay(day, reading, isRange ? first : "")).filter((date) => date !== null);
  if (dates.length < days.length) return null;
  return dates.length === 1 ? { kind: "date", date: first } : { kind: "dates", dates, isRange };
}

const readWeekday: Reader = (tokens, at, { isTyped }) => {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const { weekday, isShort, cues } = token.word;
  if (cues.has("workdays")) return { when: { kind: "weekday", weekday: 1, last: 5 }, next: at + 1 };
  // "DC" is no воскресенье on another keyboard, and "sun" may shine: "sun morning" is a day.
  const isBesideTime = wordAt(tokens, at + 1).part !== undefined || isLed(tokens, at, "on", "this", "next");
  const isSure = isTyped && (isBesideTime || /\p{Script=Cyrillic}/u.test(token.folded));
  if (weekday === undefined || (isShort && !isSure)) return null;
  const last = hasCue(tokens, at + 1, "until") ? wordAt(tokens, at + 2).weekday : undefined;
  if (last !== undefined) return { when: { kind: "weekday", weekday, last }, next: at + 3 };
  const week = isLed(tokens, at, "next") ? { week: "next" as const } : {};
  return { when: { kind: "weekday", weekday, ...week }, next: at + 1 };
};

/** «В конце декабря», «в первую субботу января», «на новогодних каникулах». */
const readNamedPart: Reader = (tokens, at, reading) => {
  const read = readSpanOfYear(tokens, at, reading);
  return read && { when: { kind: "dates", dates: [read.first, read.last], isRange: true }, next: read.next };
};

/** With a case or a preposition, or by a name that can be nothing else. */
const readMonth: Reader = (tokens, at, { isTyped }) => {
  const token = tokens[at];
  if (token?.kind !== "word" || token.word.month === undefined) return null;
  const isSure = isLocative(token.folded) || (isTyped && isPlainMonth(token.folded));
  if (!isSure && !hasCue(tokens, at - 1, "at", "on")) return null;
  const behind = tokens[at + 1];
  const year = behind?.kind === "number" && behind.value >= 2000 && behind.value < 2100 ? behind.value : null;
  const when: When = { kind: "month", month: token.word.month, ...(year !== null && { year }) };
  return { when, next: year === null ? at + 1 : at + 2 };
};

/** "на выходных", "на следующей неделе", "this month"; "Неделя моды" is none. */
const readNamedSpan: Reader = (tokens, at) => {
  const { unit, cues } = wordAt(tokens, at);
  const [isThis, isNext] = [isLed(tokens, at, "this"), isLed(tokens, at, "next")];
  if (cues.has("weekend")) return { when: { kind: isNext ? "next_weekend" : "weekend" }, next: at + 1 };
  if (unit === "month" && (isThis || isNext))
    return { when: { kind: isNext ? "next_month" : "this_month" }, next: at + 1 };
  if (unit !== "week" || !isLed(tokens, at, "this", "next", "on", "filler")) return null;
  return { when: { kind: isNext ? "next_week" : isThis ? "this_week" : "coming_week" }, next: at + 1 };
};

/** «до конца недели», "until the end of the month", «атна ахырына кадәр». */
const readEnd: Reader = (tokens, at) => {
  const first = hasCue(tokens, at, "until", "before") ? at + 1 : at;
  const leads = hasCue(tokens, first, "end");
  const { unit } = wordAt(tokens, leads ? first + 1 : first);
  if ((unit !== "week" && unit !== "month") || (!leads && !hasCue(tokens, first + 1, "end"))) return null;
  const next = hasCue(tokens, first + 2, "upTo") ? first + 3 : first + 2;
  return { when: { kind: unit === "week" ? "this_week" : "this_month" }, next };
};

/** "утром"; "Friday night", where "Night of Museums" is none. */
const readPart: Reader = (tokens, at) => {
  const { part, isBound } = wordAt(tokens, at);
  const { weekday, inDays } = wordAt(tokens, at - 1);
  return part === undefined || (isBound && (weekday ?? inDays) === undefined)
    ? null
    : { when: { kind: "part_of_day", part }, next: at + 1 };
};

/** "до 12 декабря", «до конца года»: from today on. */
function readUntilDay(tokens: readonly Token[], at: number, reading: PeriodReading): SaidPeriod | null {
  const isLed = hasCue(tokens, at, "until", "before");
  const read = readDays(tokens, isLed ? at + 1 : at);
  const [day] = read?.days ?? [];
  const isDay = day?.kind === "end" || (isLed && day?.kind === "date" && !day.isLoose);
  const date = isDay && read?.days.length === 1 ? resolveDay(day, reading) : null;
  if (!read || date === null) return null;
  const today = todayOf(reading);
  return { when: { kind: "dates", dates: [today, date], isRange: true }, next: read.next };
}
