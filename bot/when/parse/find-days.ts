import { type Reading, resolveDay, weekdayOf } from "../days.ts";
import { readDoors, readDoorsBehind } from "../doors.ts";
import { isBehindDay } from "../hours/beside.ts";
import { type Hours, hoursOfShowing, type ReadHours, readHours } from "../hours.ts";
import type { Found } from "../span.ts";
import { type Days, readDays } from "../statement/read-days.ts";
import { hasCue, isMark, type Token, wordAt } from "../tokens.ts";

/** Days of a text: ISO dates in order; of a range the first and the last. */
export interface FoundDays {
  days: string[];
  isRange: boolean;
  /** One day that ends what began on another one: "until 14 February", «14 февральгә кадәр». */
  isEnd: boolean;
  /** One day from which it is on: "from 4 December", «4 декабрьдән». */
  isBegin: boolean;
  /** The weekday beside it is another one. */
  isContradicted: boolean;
}

/** Hours of a text; `isStart`: "начало в 18:30", which outweighs every other hour. */
export interface FoundHours extends Hours {
  isStart: boolean;
}

/** Found in one text; each is compared with its neighbours. */
const mostFound = 300;

/** What the words before a place lead to. */
interface Context {
  /** The day, or the hour behind that day, is another thing's. */
  isAside: boolean;
  /** Nothing begins yet. */
  isDoors: boolean;
  /** Hours are those of a desk. */
  isDesk: boolean;
  isStart: boolean;
}

const nowhere: Context = { isAside: false, isDoors: false, isDesk: false, isStart: false };

/** Finds the days and hours in the tokens of a whole text, in order. What it does not date is not dated. */
export function findDaysAndHours(
  tokens: readonly Token[],
  reading: Reading,
): { days: Found<FoundDays>[]; hours: Found<FoundHours>[] } {
  const days: Found<FoundDays>[] = [];
  const hours: Found<FoundHours>[] = [];
  let context = nowhere;
  for (let at = 0; at < tokens.length && days.length + hours.length < mostFound; ) {
    context = contextAt(tokens, at, context);
    const read = readDays(tokens, at);
    if (read !== null) {
      const value = isAnotherThing(tokens, at, read, context) ? null : resolved(read, reading);
      const isEnd = isEndOfSpan(tokens, at, read);
      const isBegin = read.days.length === 1 && (read.isAblative || isLedBy(tokens, at, "from"));
      const next = isEnd && hasCue(tokens, read.next, "upTo") ? read.next + 1 : read.next;
      if (value !== null)
        days.push({
          value: { ...value, isEnd, isBegin, isContradicted: isContradicted(tokens, at, read.next, value.days) },
          at: spanWithWeekday(tokens, at, next),
        });
      at = value === null ? behindHours(tokens, next) : next;
      context = { ...context, isAside: false, isDesk: false };
      continue;
    }
    const time = readHours(tokens, at);
    if (time === null || !(isHour(tokens, at, time.certainty) || isLedBehindDay(tokens, at, time))) {
      at += 1;
      continue;
    }
    const { isAside, isDesk, isStart } = context;
    const isDoors = context.isDoors || readDoorsBehind(tokens, time.next) !== null;
    const end = tokens[time.next - 1]?.end ?? 0;
    if (!isAside && !isDoors && !isDesk) {
      hours.push({ value: { ...hoursOfShowing(time), isStart }, at: { start: tokens[at]?.start ?? 0, end } });
    }
    context = { ...context, isAside: false, isDoors: false, isStart: false };
    at = time.next;
  }
  return { days, hours };
}

function contextAt(tokens: readonly Token[], at: number, context: Context): Context {
  const token = tokens[at];
  if (token?.kind === "mark") {
    if (token.mark === "break" || token.mark === "stop") return nowhere;
    return token.mark === "comma" ? { ...nowhere, isDesk: context.isDesk } : context;
  }
  if (token?.kind === "other" && token.isPhone) return { ...context, isDesk: true };
  if (hasCue(tokens, at, "start")) return { ...nowhere, isStart: true };
  if (hasCue(tokens, at, "aside")) return { ...context, isAside: true, isStart: false };
  if (hasCue(tokens, at, "doors") || readDoors(tokens, at) !== null)
    return { ...context, isDoors: true, isStart: false };
  return hasCue(tokens, at, "desk") ? { ...context, isDesk: true } : context;
}

/** Days by which a street is named, on which something is due or somebody was born, or that may be a number. */
function isAnotherThing(tokens: readonly Token[], at: number, read: Days, { isAside }: Context): boolean {
  const { days, isRange, next } = read;
  const isDue = [0, 1, 2].some((offset) => hasCue(tokens, next + offset, "hand in"));
  const isNone = days.some((day) =>
    day.kind === "date"
      ? day.isLoose || (day.year !== null && day.year < 2000)
      : day.kind === "ahead" || (!isRange && !isEndOfSpan(tokens, at, read)),
  );
  return isAside || isDue || isNone || hasCue(tokens, at - 1, "street");
}

/** The hour behind a day that is another thing's is so, too. */
function behindHours(tokens: readonly Token[], next: number): number {
  const at = hasCue(tokens, next, "at") ? next + 1 : next;
  return readHours(tokens, at)?.next ?? next;
}

function resolved({ days, isRange }: Days, reading: Reading): Pick<FoundDays, "days" | "isRange"> | null {
  const [first, last] = days;
  const from = first && resolveDay(first, reading);
  if (isRange && from && last) {
    // "28 декабря – 5 января": the year turns in between.
    const until = resolveDay(last, reading, from);
    if (until === null) return null;
    // "28–5 декабря" is no range; it stays two days.
    const isTurned = until.slice(0, 4) > from.slice(0, 4) && until.slice(5, 7) === from.slice(5, 7);
    return isTurned || until < from
      ? { days: [resolveDay(last, reading) ?? from, from].sort(), isRange: false }
      : { days: [from, until], isRange: true };
  }
  const known = days.map((day) => resolveDay(day, reading)).filter((day) => day !== null);
  return known.length < days.length ? null : { days: known.sort(), isRange: false };
}

const skipComma = (tokens: readonly Token[], place: number, step: 1 | -1): number =>
  isMark(tokens, place, "comma") ? place + step : place;

/** A single day behind "until", or before what says it in Tatar; the weekday may stand between. */
function isEndOfSpan(tokens: readonly Token[], at: number, { days, isRange, next }: Days): boolean {
  return days.length === 1 && !isRange && (isLedBy(tokens, at, "until") || hasCue(tokens, next, "upTo"));
}

/** Whether a word stands before a day, or before the weekday beside it; "to" alone may lead to a new day: "moved to 5 May". */
function isLedBy(tokens: readonly Token[], at: number, cue: "from" | "until"): boolean {
  const before = skipComma(tokens, at - 1, -1);
  const lead = wordAt(tokens, before).weekday === undefined ? at - 1 : before - 1;
  const token = tokens[lead];
  return hasCue(tokens, lead, cue) && !(token?.kind === "word" && token.folded === "to");
}

/** Whether a weekday beside one day is not the one on which it falls: which of the two is a slip has to be asked. */
function isContradicted(tokens: readonly Token[], at: number, next: number, days: readonly string[]): boolean {
  const [day] = days;
  if (day === undefined || days.length > 1) return false;
  // Of «4 декабря (пт), 6 декабря (вс)» each day has two weekdays beside it.
  const beside = [skipComma(tokens, at - 1, -1), skipComma(tokens, next, 1)].flatMap(
    (place) => wordAt(tokens, place).weekday ?? [],
  );
  return beside.length > 0 && !beside.includes(weekdayOf(day));
}

/** "В субботу, 5 декабря", "5 декабря (суббота)": the weekday belongs to the day. */
function spanWithWeekday(tokens: readonly Token[], at: number, next: number) {
  let first = at;
  const before = skipComma(tokens, at - 1, -1);
  if (wordAt(tokens, before).weekday !== undefined) first = hasCue(tokens, before - 1, "on") ? before - 1 : before;
  const behind = skipComma(tokens, next, 1);
  const last = wordAt(tokens, behind).weekday === undefined ? next - 1 : behind;
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** «5 декабря в 7», «5 декабря с 14 до 16»: behind a day, with nothing behind it that the number could count. */
function isLedBehindDay(tokens: readonly Token[], at: number, { certainty, next }: ReadHours): boolean {
  const token = tokens[next];
  return certainty === "led" && isBehindDay(tokens, at) && (token === undefined || token.kind === "mark");
}

/** Among prose an hour needs a sign or a word; with a point it needs a day beside it, or the beginning of a line. */
function isHour(tokens: readonly Token[], at: number, certainty: string): boolean {
  if (certainty !== "point") return certainty === "sure";
  // "12.12, 13.12 — 18.00"
  const before = isMark(tokens, at - 1, "comma") || isMark(tokens, at - 1, "dash") ? at - 2 : at - 1;
  const { month, weekday } = wordAt(tokens, before);
  const token = tokens[before];
  const isBehindYear = token?.kind === "number" && token.value >= 2000;
  return (month ?? weekday) !== undefined || token?.kind === "date" || isBehindYear || isMark(tokens, at - 1, "break");
}
