import { DateTime } from "luxon";
import type { FigureDate } from "./figures.ts";
import { hasCue, isAnd, isJoint, isMark, type Token, wordAt } from "./tokens.ts";
import { isAblative } from "./vocabulary.ts";

/** A day as it was said: by its date, without a year where none was, or counted from today. */
export type Day = ({ kind: "date" } & FigureDate) | { kind: "ahead"; days: number };

/** Days that stand together: "1, 3 and 5 December", or the ends of "1–8 January". */
export interface Days {
  days: Day[];
  isRange: boolean;
  /** The last word has the Tatar case that means "from". */
  isAblative: boolean;
  /** Where reading goes on. */
  next: number;
}

/** The days said at a place among tokens; null when it says none. */
export function readDays(tokens: readonly Token[], at: number): Days | null {
  const first = readGroup(tokens, at);
  if (first === null || first.isRange || first.days.length > 1) return first;
  const join = (last: Days, next = last.next): Days => ({
    ...last,
    days: [...first.days, ...last.days],
    isRange: true,
    next,
  });
  if (isJoint(tokens, first.next)) {
    // "с 5 декабря и по 7": a dash and a preposition may stand together.
    const behind = isJoint(tokens, first.next + 1) ? first.next + 2 : first.next + 1;
    const last = readGroup(tokens, skipWeekday(tokens, behind));
    if (last?.days.length === 1) return join(last);
  }
  // "1 гыйнвардан 8 гыйнварга кадәр"
  const last = first.isAblative ? readGroup(tokens, first.next) : null;
  return last?.days.length === 1 && hasCue(tokens, last.next, "upTo") ? join(last, last.next + 1) : first;
}

/** "с пятницы 4 декабря по воскресенье 6 декабря": the weekday in between says nothing new. */
function skipWeekday(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at).weekday === undefined) return at;
  return isMark(tokens, at + 1, "comma") ? at + 2 : at + 1;
}

function readGroup(tokens: readonly Token[], at: number): Days | null {
  const token = tokens[at];
  switch (token?.kind) {
    case "date":
      // "в 10.12" is an hour.
      if (token.clock !== null && token.clock % 5 === 0 && isLedToHour(tokens, at)) return null;
      return single({ kind: "date", ...token.date }, token.isAblative, skipYearWord(tokens, at + 1));
    case "number":
      return readYearFirst(tokens, at) ?? readDayFirst(tokens, at);
    case "word": {
      const { inDays, month } = token.word;
      if (inDays !== undefined) return single({ kind: "ahead", days: inDays }, false, at + 1);
      return month === undefined ? null : readMonthFirst(tokens, at, month);
    }
    default:
      return null;
  }
}

const single = (day: Day, ablative: boolean, next: number): Days => ({
  days: [day],
  isRange: false,
  isAblative: ablative,
  next,
});

const dateOf = (day: number, month: number, year: number | null): Day => ({
  ...{ kind: "date", day, month, year },
  ...{ isAmbiguous: false, isLoose: false },
});

/** Words that lead to an hour and to no day. */
export const isLedToHour = (tokens: readonly Token[], at: number): boolean => {
  const { cues } = wordAt(tokens, at - 1);
  return cues.has("at") || cues.has("start");
};

/** Days that one month ends; of a longer list each beginning would be read to its end in vain. */
const mostTogether = 12;

/** "1", "1, 3 и 5", "1–8": numbers up to 31 and whether the last two are ends. */
function readNumbers(tokens: readonly Token[], at: number) {
  const numbers: number[] = [];
  let next = at;
  let isRange = false;
  for (;;) {
    const token = tokens[next];
    if (
      numbers.length === mostTogether ||
      token?.kind !== "number" ||
      token.value < 1 ||
      token.value > 31 ||
      !Number.isInteger(token.value)
    )
      break;
    numbers.push(token.value);
    next = skipFillers(tokens, next + 1);
    // "1, 3, и 5"
    const width = isAnd(tokens, next) && isAnd(tokens, next + 1) ? 2 : 1;
    const goesOn = isAnd(tokens, next) || isJoint(tokens, next);
    if (!goesOn || tokens[next + width]?.kind !== "number" || isCountedOrRange(tokens, next + width)) break;
    isRange = isJoint(tokens, next);
    next += width;
  }
  return { numbers, isRange: isRange && numbers.length === 2, next };
}

function skipFillers(tokens: readonly Token[], at: number): number {
  let next = at;
  while (hasCue(tokens, next, "filler") && wordAt(tokens, next).month === undefined) next += 1;
  return next;
}

/** The number tells how many of something, or an hour, and not which day. */
const isCounted = (tokens: readonly Token[], at: number): boolean => {
  const { unit, part, half, isFrequency } = wordAt(tokens, at + 1);
  // "5ендә сәгать 18дә": the word leads to an hour.
  if (unit === "hour" && hasCue(tokens, at + 1, "at") && tokens[at + 2]?.kind === "number") return false;
  return (unit !== undefined && unit !== "year") || part !== undefined || half !== undefined || isFrequency === true;
};

/** "December 5, 6–8 pm": the numbers behind the comma are hours. */
const isCountedOrRange = (tokens: readonly Token[], at: number): boolean =>
  isCounted(tokens, at) || (isJoint(tokens, at + 1) && tokens[at + 2]?.kind === "number" && isCounted(tokens, at + 2));

/** "2026 елның 5 декабрендә" */
function readYearFirst(tokens: readonly Token[], at: number): Days | null {
  const year = yearAt(tokens, at);
  if (year === null) return null;
  const unit = skipFillers(tokens, at + 1);
  if (wordAt(tokens, unit).unit !== "year") return null;
  const read = readGroup(tokens, unit + 1);
  const days = read?.days.map((day) => (day.kind === "date" && day.year === null ? { ...day, year } : day));
  return read && days ? { ...read, days } : null;
}

function readDayFirst(tokens: readonly Token[], at: number): Days | null {
  // "в 19 до 26 декабря": the first is an hour.
  if (isLedToHour(tokens, at) && hasCue(tokens, at + 1, "until")) return null;
  const { numbers, isRange, next } = readNumbers(tokens, at);
  const token = tokens[next];
  const last = tokens[next - 1];
  if (numbers.length === 0) return null;
  const { month } = wordAt(tokens, next);
  if (token?.kind === "word" && month !== undefined) {
    const { year, behind } = readYear(tokens, next + 1);
    const days = numbers.map((day) => dateOf(day, month, year));
    return { days, isRange, isAblative: isAblative(token.folded), next: behind };
  }
  // "5–7.12", "5 и 6.12": the month stands in the last one alone.
  if (last?.kind !== "number" || !(isJoint(tokens, next) || isAnd(tokens, next))) return null;
  const end = tokens[next + 1];
  if (end?.kind !== "date" || numbers.some((day) => day >= end.date.day)) return null;
  const days = [
    ...numbers.map((day) => dateOf(day, end.date.month, end.date.year)),
    { kind: "date" as const, ...end.date },
  ];
  return { days, isRange: isJoint(tokens, next) && days.length === 2, isAblative: end.isAblative, next: next + 2 };
}

function readMonthFirst(tokens: readonly Token[], at: number, month: number): Days | null {
  // "December 8 in the evening" is a day and a part of it, "December, 8 pm" an hour.
  if (isCounted(tokens, at + 1) && wordAt(tokens, at + 2).part === undefined) return null;
  const { numbers, isRange, next } = readNumbers(tokens, skipFillers(tokens, at + 1));
  if (numbers.length === 0) return null;
  const { year, behind } = readYear(tokens, next);
  const days = numbers.map((day) => dateOf(day, month, year));
  const last = tokens[next - 1];
  return { days, isRange, isAblative: last?.kind === "number" && last.isAblative, next: behind };
}

function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" && token.value >= 1000 && token.value < 2100 ? token.value : null;
}

/** "2026", ", 2026", "2026 года" */
function readYear(tokens: readonly Token[], at: number): { year: number | null; behind: number } {
  const start = isMark(tokens, at, "comma") ? at + 1 : at;
  const year = yearAt(tokens, start);
  return year === null ? { year, behind: at } : { year, behind: skipYearWord(tokens, start + 1) };
}

const skipYearWord = (tokens: readonly Token[], at: number): number =>
  wordAt(tokens, at).unit === "year" ? at + 1 : at;

/** When something is read, and the zone (IANA name) that it speaks in. */
export interface Reading {
  now: Date;
  zone: string;
}

/** A past date is meant as past when it is this near, in days; else next year is meant. */
const nearPast = 60;

/** The ISO date of a day, not before `after` unless its year was said; null for one that does not exist. */
export function resolveDay(said: Day, { now, zone }: Reading, after = ""): string | null {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  if (said.kind === "ahead") return addDays(today.toFormat("yyyy-MM-dd"), said.days);
  const date = isoDate(said, today);
  if (date === null || said.year !== null || date >= after) return date;
  return isoDate({ ...said, year: Number(date.slice(0, 4)) + 1 }, today);
}

/** Today in the zone, as an ISO date. */
export const todayOf = ({ now, zone }: Reading): string => DateTime.fromJSDate(now, { zone }).toFormat("yyyy-MM-dd");

function isoDate({ day, month, year }: { day: number; month: number; year: number | null }, today: DateTime) {
  const said = DateTime.fromObject({ year: year ?? today.year, month, day }, { zone: "utc" });
  if (!said.isValid) return year === null && month === 2 && day === 29 ? leapDay(today.year) : null;
  const isPast = year === null && today.setZone("utc", { keepLocalTime: true }).diff(said, "days").days > nearPast;
  const meant = isPast ? DateTime.fromObject({ year: said.year + 1, month, day }, { zone: "utc" }) : said;
  // "29 February" in a leap year that is over means the next one.
  return meant.isValid ? meant.toISODate() : leapDay(said.year + 1);
}

/** "29 February" in a common year means the next one there is. */
const leapDay = (year: number): string =>
  DateTime.fromObject({ year }).isInLeapYear ? `${year}-02-29` : leapDay(year + 1);

/** An ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The ISO weekday of an ISO date, 1 is Monday. */
export const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
