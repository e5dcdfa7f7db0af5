import { addDays, type Reading, resolveDay, todayOf, weekdayOf } from "./days.ts";
import { hasCue, type Token, wordAt } from "./tokens.ts";

/** Days with a name in the year, both ISO dates included, and where reading goes on. */
export interface SpanOfYear {
  first: string;
  last: string;
  next: number;
}

/**
 * The days said at a place by the name of a time: ten days of a month, a weekend or weekday by its place in one, the holidays of
 * the new year, or its eve; null for others.
 */
export const readSpanOfYear = (tokens: readonly Token[], at: number, reading: Reading): SpanOfYear | null =>
  readTenDays(tokens, at, reading) ??
  readByPlace(tokens, at, reading) ??
  readNewYear(tokens, at, reading) ??
  readNewYearsEve(tokens, at, reading);

const tenDays = { early: [1, 10], mid: [11, 20], late: [21, 31] } as const;

/** «В конце декабря», "in early January", «гыйнвар уртасында». */
function readTenDays(tokens: readonly Token[], at: number, reading: Reading): SpanOfYear | null {
  for (const part of ["early", "mid", "late"] as const) {
    const isBefore = hasCue(tokens, at, part);
    const { month } = wordAt(tokens, isBefore ? at + 1 : at);
    if (month === undefined || (!isBefore && !hasCue(tokens, at + 1, part))) continue;
    const end = resolveDay({ kind: "end", of: { month, year: null } }, reading);
    if (end === null) return null;
    const [first, last] = tenDays[part].map((day) => Math.min(day, Number(end.slice(8))));
    return { first: dayOf(end, first ?? 1), last: dayOf(end, last ?? 31), next: at + 2 };
  }
  return null;
}

/** Words between a weekday and its month: "of the". */
const mostFillers = 3;

/** «Первые выходные декабря», "the last Friday of January", «декабрьнең беренче шимбәсе». */
function readByPlace(tokens: readonly Token[], at: number, reading: Reading): SpanOfYear | null {
  const isBehind = wordAt(tokens, at).month !== undefined;
  const place = isBehind ? at + 1 : at;
  const ordinal = hasCue(tokens, place, "last") ? -1 : wordAt(tokens, place).ordinal;
  const isWeekend = hasCue(tokens, place + 1, "weekend");
  const weekday = isWeekend ? 6 : wordAt(tokens, place + 1).weekday;
  if (ordinal === undefined || weekday === undefined) return null;
  let next = place + 2;
  while (
    !isBehind &&
    next < place + 2 + mostFillers &&
    hasCue(tokens, next, "on", "at", "filler") &&
    wordAt(tokens, next).month === undefined
  )
    next += 1;
  const { month } = wordAt(tokens, isBehind ? at : next);
  if (month === undefined) return null;
  const end = resolveDay({ kind: "end", of: { month, year: null } }, reading);
  if (end === null) return null;
  const days = Array.from({ length: Number(end.slice(8)) }, (_, index) => dayOf(end, index + 1));
  const first = days.filter((day) => weekdayOf(day) === weekday).at(ordinal > 0 ? ordinal - 1 : ordinal);
  if (first === undefined) return null;
  return { first, last: isWeekend ? addDays(first, 1) : first, next: isBehind ? next : next + 1 };
}

/** Another day of the month of an ISO date. */
const dayOf = (date: string, day: number): string => `${date.slice(0, 8)}${String(day).padStart(2, "0")}`;

/** «Под новый год», "New Year's Eve". */
function readNewYearsEve(tokens: readonly Token[], at: number, reading: Reading): SpanOfYear | null {
  if (!hasCue(tokens, at, "new year's eve")) return null;
  const date = `${todayOf(reading).slice(0, 4)}-12-31`;
  return { first: date, last: date, next: at + 1 };
}

/** The days off by article 112 of the Labour Code and their eve: those that are, or the next ones. */
function readNewYear(tokens: readonly Token[], at: number, reading: Reading): SpanOfYear | null {
  if (!hasCue(tokens, at, "new year")) return null;
  const today = todayOf(reading);
  const year = Number(today.slice(0, 4)) - (today.slice(5) <= "01-08" ? 1 : 0);
  return { first: `${year}-12-31`, last: `${year + 1}-01-08`, next: at + 1 };
}
