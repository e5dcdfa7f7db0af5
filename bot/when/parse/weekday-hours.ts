import { weekdayOf } from "../days.ts";
import { type Hours, readShowings } from "../hours.ts";
import type { Found } from "../span.ts";
import { readDays } from "../statement/read-days.ts";
import { hasCue, isAnd, isMark, type Token, wordAt } from "../tokens.ts";
import { readWeekdays, type Weekdays } from "../weekdays.ts";

/** Weekdays that have hours of their own among the days of a text: «5, 6 и 7 декабря в 18:30, в воскресенье в 14:00». */
export interface WeekdayHours {
  weekdays: readonly number[];
  hours: readonly Hours[];
}

/** Found in one text. */
const mostFound = 20;

/**
 * The weekdays with hours right behind them and no day beside them, each where it stands: one beside a day only says again which
 * day it is. The caller leaves out what repeats.
 */
export function findWeekdayHours(tokens: readonly Token[]): Found<WeekdayHours>[] {
  const found: Found<WeekdayHours>[] = [];
  for (let at = 0; at < tokens.length && found.length < mostFound; at += 1) {
    if (!mayBegin(tokens, at) || isBesideDay(tokens, at)) continue;
    const read = readTogether(tokens, at);
    if (read === null || read.weekdays.length === 7) continue;
    const start = tokens[at]?.start ?? 0;
    at = read.next - 1;
    let next = read.next;
    while (next < read.next + 2 && (isMark(tokens, next, "dash") || hasCue(tokens, next, "at", "start"))) next += 1;
    if (isMark(tokens, next, "comma") || readDays(tokens, next) !== null) continue;
    const showings = readShowings(tokens, next);
    if (showings === null || showings.showings.some(({ certainty }) => certainty !== "sure")) continue;
    found.push({
      value: { weekdays: read.weekdays, hours: showings.showings.map(({ hours }) => hours) },
      at: { start, end: tokens[showings.next - 1]?.end ?? 0 },
    });
    at = showings.next - 1;
  }
  return found;
}

/** «в пт, сб и вс». */
function readTogether(tokens: readonly Token[], at: number): Pick<Weekdays, "weekdays" | "next"> | null {
  const first = readWeekdays(tokens, at);
  if (first === null) return null;
  const together = { weekdays: [...first.weekdays], next: first.next };
  while (isAnd(tokens, together.next)) {
    const place = hasCue(tokens, together.next + 1, "on", "at") ? together.next + 2 : together.next + 1;
    const more = readWeekdays(tokens, place);
    if (more === null) break;
    together.weekdays.push(...more.weekdays);
    together.next = more.next;
  }
  return together;
}

const mayBegin = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at).weekday !== undefined || hasCue(tokens, at, "weekend", "workdays");

/** «6 декабря, воскресенье, 14:00», "Sunday 6 December": a month or a date stands beside it. */
function isBesideDay(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 3 && (isMark(tokens, before, "comma") || hasCue(tokens, before, "on", "at"))) before -= 1;
  const token = tokens[before];
  // "10, 11 & 12 December at 7.30pm (Saturday at 5pm)": behind an hour it stands for itself.
  return token?.kind === "date" || (wordAt(tokens, before).month !== undefined && !hasCue(tokens, at - 1, "on", "at"));
}

/** The hours that a day has of its own weekday; null where it has none. */
export const ownHoursOf = (day: string, found: readonly Found<WeekdayHours>[]): readonly Hours[] | null =>
  found.find(({ value }) => value.weekdays.includes(weekdayOf(day)))?.value.hours ?? null;
