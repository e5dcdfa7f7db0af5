import { readMonthBound } from "../month-bound.ts";
import { hasCue, isMark, spanOf, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { readWeekdays } from "../weekdays.ts";
import { readDays } from "./read-days.ts";
import { readMonthDays } from "./read-month-day.ts";
import type { State } from "./statement.ts";
import { pushDates, take } from "./take.ts";

export function takeDates(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readDays(tokens, at) ?? readMonthDays(tokens, at) ?? readMonthBound(tokens, at, state.role === "until");
  return read && pushDates(state, read, tokens, at);
}

export function takeWeekdays(state: State, tokens: readonly Token[], at: number): number | null {
  const read = readWeekdays(tokens, at);
  if (read === null || isClosedBefore(state, tokens, at)) return null;
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
  // «ежедневно до пятницы», "Sat 6 pm – Sun 6 am": the weekday is an end.
  if (state.role === "until" && weekday !== undefined && others.length === 0 && !read.isRepeated)
    return pushDates(
      state,
      { days: [{ kind: "weekday", weekday, week: 0 }], isRange: false, isAblative: false, next: read.next },
      tokens,
      at,
    );
  const before = new Set(said.weekdays.keys());
  for (const weekday of read.weekdays) {
    if (state.isExcepting) said.excepted.set(weekday, spanOf(tokens, at, read.next));
    else if (!said.weekdays.has(weekday)) said.weekdays.set(weekday, null);
  }
  if (read.isRepeated && !state.isExcepting) said.isRepeated = true;
  if (state.role !== "except") state.role = null;
  said.hasOpenException = false;
  // «пн – выходной»
  const behind = isMark(tokens, read.next, "dash") ? read.next + 1 : read.next;
  if (!hasCue(tokens, behind, "apart")) return read.next;
  // «дүшәмбедән башка»: what was said last is taken out.
  for (const weekday of read.weekdays) {
    said.excepted.set(weekday, spanOf(tokens, at, read.next));
    if (!before.has(weekday)) said.weekdays.delete(weekday);
  }
  return wordAt(tokens, behind + 1).unit === "day" ? behind + 2 : behind + 1;
}

/** «выходной – понедельник», "closed on Mondays": the weekdays behind it are left out. */
export function isClosedBefore({ said }: State, tokens: readonly Token[], at: number): boolean {
  const isDaily = said.weekdays.size === 7 && hasCue(tokens, at, "weekend") && isMark(tokens, at + 1, "dash");
  if (!hasCue(tokens, at, "apart") && !isDaily) return false;
  let next = at + 1;
  while (
    next < at + 4 &&
    (isMark(tokens, next, "dash") || hasCue(tokens, next, "on") || wordAt(tokens, next).unit === "day")
  )
    next += 1;
  return wordAt(tokens, next).weekday !== undefined;
}

/** "с пятницы", "до пятницы", "начало в пятницу": what follows is a day of that name. */
const isOfBound = ({ role }: State, tokens: readonly Token[], at: number): boolean =>
  role === "from" || role === "until" || [1, 2].some((back) => hasCue(tokens, at - back, "start"));

/** A month without a day: "каждую субботу декабря", "in January". */
export function takeMonth(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  const { month } = wordAt(tokens, at);
  if (month === undefined || (said.weekdays.size === 0 && !isBeforeRepeated(tokens, at + 1))) return null;
  const behind = tokens[at + 1];
  const year = behind?.kind === "number" && behind.value >= 2000 && behind.value < 2100 ? behind.value : null;
  const next = year === null ? at + 1 : wordAt(tokens, at + 2).unit === "year" ? at + 3 : at + 2;
  if (isFromMonth(state, tokens, at)) {
    const day = { kind: "date", day: 1, month, year, isAmbiguous: false, isLoose: false } as const;
    state.role = "from";
    return pushDates(state, { days: [day], isRange: false, isAblative: false, next }, tokens, at);
  }
  said.months.push({ month, year });
  return take(state, "month", tokens, at, next);
}

/** «декабрьдә һәр шимбә», "in December, every Saturday". */
function isBeforeRepeated(tokens: readonly Token[], at: number): boolean {
  let next = at;
  while (next < at + 2 && (isMark(tokens, next, "comma") || hasCue(tokens, next, "on"))) next += 1;
  return hasCue(tokens, next, "every") || readWeekdays(tokens, next)?.isRepeated === true;
}

/** «с декабря», «декабрьдән»: its first day is meant. */
function isFromMonth({ role }: State, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return role === "from" || (token?.kind === "word" && isAblative(token.folded));
}
