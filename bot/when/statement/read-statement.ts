import { type Hours, readShowings } from "../hours.ts";
import { readMonthBound } from "../month-bound.ts";
import type { Span } from "../span.ts";
import { hasCue, isAnd, isMark, numberAt, spanOf, type Token, wordAt } from "../tokens.ts";
import { readWeekdays } from "../weekdays.ts";
import { take, takeAhead, takeAmount, takeShift } from "./read-amounts.ts";
import { readDays } from "./read-days.ts";
import type { State, Statement } from "./statement.ts";

/** Reads what begins at a place and returns where reading goes on; null when something else begins there. */
type Reader = (state: State, tokens: readonly Token[], at: number) => number | null;

/** Reads tokens from left to right: what a preposition leads to, and what Tatar puts behind. */
export function readStatement(tokens: readonly Token[]): Statement {
  const said: Statement = {
    ...{
      weekdays: new Map(),
      named: [],
      excepted: new Map(),
      hours: null,
      dates: [],
      parts: [],
      count: null,
      weeks: null,
    },
    ...{ length: null, interval: 1, position: null, isMonthly: false, months: [], isRepeated: false, ahead: null },
    ...{ shift: null, hasOpenException: false, exceptsHolidays: false, taken: [], unused: [] },
  };
  const state: State = { said, role: null, isExcepting: false, ordinal: null };
  for (let at = 0; at < tokens.length; ) at = readOne(state, tokens, at);
  if (state.ordinal) settleOrdinal(state, state.ordinal);
  return said;
}

const readers: readonly Reader[] = [
  takeDates,
  takeShift,
  takeAhead,
  takeAmount,
  takeHours,
  takeWeekdays,
  takeMonth,
  takeOrdinal,
  takeFrequency,
  takeRole,
  takeFiller,
];

function readOne(state: State, tokens: readonly Token[], at: number): number {
  for (const read of readers) {
    const next = read(state, tokens, at);
    if (next !== null) return next;
  }
  const token = tokens[at];
  // "31 декабря 23:00 – 1 января 02:00": the dash leads to an end.
  if (token?.kind !== "mark") state.said.unused.push(spanOf(tokens, at, at + 1));
  else if (token.mark === "dash" && state.said.parts.at(-1)?.kind === "hours") state.role = "until";
  return at + 1;
}

/** "The second Saturday of the month" has a place in it, "every second Saturday" is every other one. */
function settleOrdinal({ said }: State, { value, at }: { value: number; at: Span }): void {
  if (said.isMonthly || said.months.length > 0) said.position = value;
  else if (value === 2 && said.isRepeated) said.interval = 2;
  else said.unused.push(at);
}

function takeDates(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readDays(tokens, at) ?? readMonthBound(tokens, at, state.role === "until");
  if (read === null) return null;
  const { next } = read;
  const isApart = hasCue(tokens, next, "apart");
  const isUpTo = hasCue(tokens, next, "upTo");
  const role = isApart ? "except" : isUpTo ? "until" : read.isAblative ? "from" : state.role;
  const dates = { ...read, role, at: spanOf(tokens, at, next) };
  state.said.dates.push(dates);
  state.said.parts.push({ kind: "dates", dates });
  for (const one of read.named ?? []) state.said.named.push({ ...one, role: "until" });
  if (state.role !== "except") state.role = null;
  state.isExcepting = false;
  state.said.hasOpenException = false;
  return isApart || isUpTo ? next + 1 : next;
}

/** Hours belong to the weekdays before them that have none; the first ones to all that stay without. */
function takeHours(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readShowings(tokens, at);
  const [first] = read?.showings ?? [];
  // A bare number is an hour only where something says so.
  if (!read || !first || first.certainty === "bare") return null;
  const { said } = state;
  const hours = read.showings.map((showing) => showing.hours);
  if (!endHours(state, hours)) {
    const isOfWeek = said.hours === null || [...said.weekdays.values()].includes(null);
    for (const [weekday, own] of said.weekdays) said.weekdays.set(weekday, own ?? hours);
    said.hours ??= hours;
    said.parts.push({ kind: "hours", hours, at: spanOf(tokens, at, read.next), isOfWeek });
  }
  if (state.role !== "except") state.role = null;
  return hasCue(tokens, read.next, "upTo") ? read.next + 1 : read.next;
}

/** "в 18:00, до 20:00": the end of the hours before. */
function endHours({ said, role }: State, [end, ...others]: readonly Hours[]): boolean {
  const last = said.parts.at(-1);
  const [only, ...more] = last?.kind === "hours" ? last.hours : [];
  if (role !== "until" || !end || !only || only.until !== null || more.length + others.length > 0) return false;
  only.until = end.from;
  return true;
}

function takeWeekdays(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readWeekdays(tokens, at);
  if (read === null) return null;
  const { said } = state;
  const [weekday, ...others] = read.weekdays;
  if (weekday !== undefined && others.length === 0 && !read.isRepeated) {
    const day = isMark(tokens, read.next, "comma") ? read.next + 1 : read.next;
    const days = readDays(tokens, day);
    const [first, ...rest] = days?.days ?? [];
    const isBound = isOfBound(state, tokens, at) || (days?.named?.length ?? 0) > 0;
    if (first !== undefined && rest.length < 2 && isBound) {
      said.named.push({ weekday, day: first, role: state.role });
      return takeDates(state, tokens, day);
    }
  }
  for (const weekday of read.weekdays) {
    if (state.isExcepting) said.excepted.set(weekday, spanOf(tokens, at, read.next));
    else if (!said.weekdays.has(weekday)) said.weekdays.set(weekday, null);
  }
  if (read.isRepeated && !state.isExcepting) said.isRepeated = true;
  if (state.role !== "except") state.role = null;
  said.hasOpenException = false;
  if (!hasCue(tokens, read.next, "apart")) return read.next;
  // «дүшәмбедән башка»: what was said last is taken out.
  for (const weekday of read.weekdays) said.excepted.set(weekday, spanOf(tokens, at, read.next));
  return read.next + 1;
}

/** "с пятницы", "до пятницы", "начало в пятницу": what follows is a day of that name. */
const isOfBound = ({ role }: State, tokens: readonly Token[], at: number): boolean =>
  role === "from" || role === "until" || [1, 2].some((back) => hasCue(tokens, at - back, "start"));

/** A month without a day: "каждую субботу декабря", "in January". */
function takeMonth(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  const { month } = wordAt(tokens, at);
  if (month === undefined || (said.weekdays.size === 0 && !isBeforeRepeated(tokens, at + 1))) return null;
  const behind = tokens[at + 1];
  const year = behind?.kind === "number" && behind.value >= 2000 && behind.value < 2100 ? behind.value : null;
  said.months.push({ month, year });
  const next = year === null ? at + 1 : wordAt(tokens, at + 2).unit === "year" ? at + 3 : at + 2;
  return take(state, "month", tokens, at, next);
}

/** «декабрьдә һәр шимбә», "in December, every Saturday". */
function isBeforeRepeated(tokens: readonly Token[], at: number): boolean {
  let next = at;
  while (next < at + 2 && (isMark(tokens, next, "comma") || hasCue(tokens, next, "on"))) next += 1;
  return hasCue(tokens, next, "every") || readWeekdays(tokens, next)?.isRepeated === true;
}

/** "Second", "last" before a weekday. */
function takeOrdinal(state: State, tokens: readonly Token[], at: number): number | null {
  const value = hasCue(tokens, at, "last") ? -1 : wordAt(tokens, at).ordinal;
  if (value === undefined || !isBeforeWeekday(tokens, at)) return null;
  state.ordinal = { value, at: spanOf(tokens, at, at + 1) };
  return at + 1;
}

/** "Every", "every other week", "of the month": how often. */
function takeFrequency(state: State, tokens: readonly Token[], at: number): number | null {
  const { said, ordinal } = state;
  const { unit } = wordAt(tokens, at);
  const near = [at - 2, at - 1, at + 1];
  const isBesideWeek = [at - 1, at + 1].some((place) => wordAt(tokens, place).unit === "week");
  const isEvery = hasCue(tokens, at - 1, "every");
  if (hasCue(tokens, at, "every")) said.isRepeated = true;
  else if (hasCue(tokens, at, "other") && (isEvery || isBesideWeek)) said.interval = 2;
  else if (unit === "week" && near.some((place) => hasCue(tokens, place, "other", "every"))) said.isRepeated = true;
  else if (unit === "month" && (said.weekdays.size > 0 || ordinal !== null || isEvery)) said.isMonthly = true;
  else return null;
  return take(state, "frequency", tokens, at, at + 1);
}

/** "From", "until", "except": what the days behind it are. */
function takeRole(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  if (hasCue(tokens, at, "except")) {
    state.role = "except";
    state.isExcepting = true;
    said.hasOpenException = true;
    return take(state, "except", tokens, at, at + 1);
  }
  if (hasCue(tokens, at, "holiday")) {
    const isApart = hasCue(tokens, at + 1, "apart");
    said.exceptsHolidays = isApart || state.isExcepting;
    // Beside no "except" it is not said whether holidays are on.
    said.hasOpenException = !said.exceptsHolidays;
    const behind = isApart ? at + 2 : at + 1;
    // «кроме праздничных дней»
    const next = said.exceptsHolidays && wordAt(tokens, behind).unit === "day" ? behind + 1 : behind;
    return take(state, "except", tokens, at, next);
  }
  if (hasCue(tokens, at, "vacation")) {
    said.hasOpenException = true;
    return take(state, "except", tokens, at, at + 1);
  }
  if (hasCue(tokens, at, "from", "until")) {
    // "кроме с 1 по 8 января": the days left out are still to come.
    if (state.isExcepting && said.hasOpenException) return at + 1;
    state.role = hasCue(tokens, at, "from") ? "from" : "until";
    state.isExcepting = false;
    return at + 1;
  }
  return null;
}

/** Words that say nothing by themselves. */
function takeFiller(_state: State, tokens: readonly Token[], at: number): number | null {
  const { part, unit } = wordAt(tokens, at);
  const isFiller =
    part === undefined
      ? hasCue(tokens, at, "at", "on", "and", "upTo", "filler", "start", "this", "courtesy") ||
        (unit === "lesson" && numberAt(tokens, at - 1) === null) ||
        (unit === "day" && hasNameBeside(tokens, at))
      : isBeforeHours(tokens, at + 1);
  return isFiller ? at + 1 : null;
}

/** "второй четверг", "последняя каждая пятница" */
const isBeforeWeekday = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at + 1).weekday !== undefined ||
  (wordAt(tokens, at + 2).weekday !== undefined && !isAnd(tokens, at + 1) && !isMark(tokens, at + 1, "dash"));

/** "вечером в 7": the hour says which one. */
const isBeforeHours = (tokens: readonly Token[], at: number): boolean =>
  readShowings(tokens, hasCue(tokens, at, "at") ? at + 1 : at) !== null;

/** «шимбә көннәрендә» with something between them, «12 декабрь көнне». */
const hasNameBeside = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at - 1).weekday !== undefined ||
  wordAt(tokens, at - 1).month !== undefined ||
  hasCue(tokens, at - 1, "weekend", "workdays");
