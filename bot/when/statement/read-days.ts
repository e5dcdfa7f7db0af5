import type { Day } from "../days.ts";
import { hasCue, isAnd, isJoint, isMark, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { isCounted, isLedToHour, readNumbers, skipFillers } from "./read-numbers.ts";
import { readYear, skipYearWord, yearAt } from "./read-year.ts";

/** Days that stand together: "1, 3 and 5 December", or the ends of "1–8 January". */
export interface Days {
  days: Day[];
  isRange: boolean;
  /** The last word has the Tatar case that means "from". */
  isAblative: boolean;
  /** Weekdays that the ends of a range were said to be, beside or behind them. */
  named?: { weekday: number; day: Day }[];
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
  const joint = weekdayBehind(tokens, first.next);
  if (isJoint(tokens, joint.next)) {
    // "с 5 декабря и по 7": a dash and a preposition may stand together.
    const behind = isJoint(tokens, joint.next + 1) ? joint.next + 2 : joint.next + 1;
    const before = wordAt(tokens, behind).weekday;
    const last = readGroup(tokens, before === undefined ? behind : skipComma(tokens, behind + 1));
    if (last?.days.length === 1) {
      const end = joint.weekday === undefined ? { next: last.next } : weekdayBehind(tokens, last.next);
      const ends = [
        { weekday: joint.weekday, day: first.days[0] },
        { weekday: before ?? end.weekday, day: last.days[0] },
      ];
      const named = ends.flatMap(({ weekday, day }) => (weekday === undefined || !day ? [] : [{ weekday, day }]));
      return { ...join(last, end.next), named };
    }
  }
  // "1 гыйнвардан 8 гыйнварга кадәр"
  const last = first.isAblative ? readGroup(tokens, first.next) : null;
  return last?.days.length === 1 && hasCue(tokens, last.next, "upTo") ? join(last, last.next + 1) : first;
}

const skipComma = (tokens: readonly Token[], at: number): number => (isMark(tokens, at, "comma") ? at + 1 : at);

/** "4 декабря, пятница – 6 декабря, воскресенье": the weekday tells which day it is. */
function weekdayBehind(tokens: readonly Token[], at: number): { weekday?: number; next: number } {
  const place = skipComma(tokens, at);
  const { weekday } = wordAt(tokens, place);
  return weekday === undefined ? { next: at } : { weekday, next: place + 1 };
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
      const end = readEnd(tokens, at);
      if (end !== null) return end;
      const { inDays, month, ordinal, number } = token.word;
      if (inDays !== undefined) return single({ kind: "ahead", days: inDays }, false, at + 1);
      if (month !== undefined) return readMonthFirst(tokens, at, month);
      return ordinal === undefined && number === undefined ? null : readDayFirst(tokens, at);
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

/** «до конца года», "until the end of January", «ел ахырына кадәр»: "at the end of January" is no day. */
function readEnd(tokens: readonly Token[], at: number): Days | null {
  const isLed = hasCue(tokens, at, "end") && hasCue(tokens, at - 1, "until", "before");
  const first = isLed ? skipFillers(tokens, hasCue(tokens, at + 1, "this") ? at + 2 : at + 1) : at;
  const { unit, month } = wordAt(tokens, first);
  const named = yearAt(tokens, first);
  const isFollowed = !isLed && hasCue(tokens, first + 1, "end") && hasCue(tokens, first + 2, "upTo");
  if (!isLed && !isFollowed) return null;
  const next = isLed ? first + 1 : first + 2;
  const day = (of: Extract<Day, { kind: "end" }>["of"], behind: number): Days => ({
    ...{ days: [{ kind: "end", of }], isRange: false, isAblative: false, next: behind },
  });
  if (month !== undefined) {
    const { year, behind } = isLed ? readYear(tokens, next) : { year: null, behind: next };
    return day({ month, year }, behind);
  }
  // "до конца 2026 года"
  if (named !== null && isLed && wordAt(tokens, next).unit === "year") return day({ month: 12, year: named }, next + 1);
  return unit === "week" || unit === "month" || unit === "year" ? day(unit, next) : null;
}

const dateOf = (day: number, month: number, year: number | null): Day => ({
  ...{ kind: "date", day, month, year },
  ...{ isAmbiguous: false, isLoose: false },
});

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
  const day = wordAt(tokens, skipFillers(tokens, at + 1));
  // "December fifth" is a day, «декабрьнең беренче шимбәсе» a Saturday, and a number in words counts something.
  if (day.number !== undefined || (day.ordinal !== undefined && !isDayOfMonth(tokens, skipFillers(tokens, at + 1))))
    return null;
  // "December 8 in the evening" is a day and a part of it, "December, 8 pm" an hour.
  if (isCounted(tokens, at + 1) && wordAt(tokens, at + 2).part === undefined) return null;
  const { numbers, isRange, next } = readNumbers(tokens, skipFillers(tokens, at + 1));
  if (numbers.length === 0) return null;
  const { year, behind } = readYear(tokens, next);
  const days = numbers.map((day) => dateOf(day, month, year));
  const last = tokens[next - 1];
  return { days, isRange, isAblative: last?.kind === "number" && last.isAblative, next: behind };
}

/** Behind a place in a row stands neither a weekday nor what is counted. */
const isDayOfMonth = (tokens: readonly Token[], at: number): boolean => {
  const next = skipFillers(tokens, at + 1);
  const { weekday, unit } = wordAt(tokens, next);
  const isAnotherUnit = unit !== undefined && unit !== "day" && unit !== "year" && !hasCue(tokens, next, "at");
  return weekday === undefined && !isAnotherUnit && !hasCue(tokens, next, "weekend");
};
