import { readShowings } from "../hours.ts";
import { hasCue, numberAt, spanOf, type Token, wordAt } from "../tokens.ts";
import { takeAhead, takeAmount, takeShift } from "./read-amounts.ts";
import { readDays } from "./read-days.ts";
import type { State, Statement } from "./statement.ts";
import { take } from "./take.ts";
import { isClosedBefore, takeDates, takeMonth, takeWeekdays } from "./take-days.ts";
import { settleOrdinal, takeFrequency, takeOrdinal } from "./take-frequency.ts";
import { takeDoors, takeHours } from "./take-hours.ts";
import { settleWeek, takeWeek } from "./take-week.ts";

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
      monthsLong: null,
      part: null,
    },
    ...{ length: null, interval: 1, position: null, isMonthly: false, months: [], isRepeated: false, ahead: null },
    ...{ shift: null, hasOpenException: false, exceptsHolidays: false, taken: [], unused: [] },
  };
  const state: State = { said, role: null, isExcepting: false, ordinal: null, week: null };
  for (let at = 0; at < tokens.length; ) at = readOne(state, tokens, at);
  if (state.ordinal) settleOrdinal(state, state.ordinal);
  settleWeek(state);
  return said;
}

const readers: readonly Reader[] = [
  takeDoors,
  takeDates,
  takeShift,
  takeAhead,
  takeAmount,
  takeHours,
  takeWeek,
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
  // «завтра вечером»: the hour is still to be said.
  if (wordAt(tokens, at).part !== undefined) state.said.part ??= spanOf(tokens, at, at + 1);
  // "31 декабря 23:00 – 1 января 02:00": the dash leads to an end.
  if (token?.kind !== "mark") state.said.unused.push(spanOf(tokens, at, at + 1));
  else if (token.mark === "dash" && state.role !== "except" && state.said.parts.at(-1)?.kind === "hours")
    state.role = "until";
  return at + 1;
}

/** "From", "until", "except": what the days behind it are. */
function takeRole(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  if (hasCue(tokens, at, "except") || isClosedBefore(state, tokens, at)) {
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

/** "вечером в 7": the hour says which one; «утром 6 декабря» has none. */
function isBeforeHours(tokens: readonly Token[], at: number): boolean {
  const place = hasCue(tokens, at, "at") ? at + 1 : at;
  return readDays(tokens, place) === null && readShowings(tokens, place) !== null;
}

/** «шимбә көннәрендә» with something between them, «12 декабрь көнне». */
const hasNameBeside = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at - 1).weekday !== undefined ||
  wordAt(tokens, at - 1).month !== undefined ||
  hasCue(tokens, at - 1, "weekend", "workdays");
