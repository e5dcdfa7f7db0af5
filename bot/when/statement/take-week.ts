import { hasCue, isAnd, isMark, spanOf, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { isRepeatedForm, readWeekdays } from "../weekdays.ts";
import { readDays } from "./read-days.ts";
import { skipFillers } from "./read-numbers.ts";
import type { SaidDates, State } from "./statement.ts";
import { pushDates } from "./take.ts";

/** The week that a weekday is of: "next Wednesday", «в среду на этой неделе». */
type Week = "this" | "next" | number;

/** "Next Wednesday", «на следующей неделе», «киләсе атнаның чәршәмбесендә», «со следующей недели». */
export function takeWeek(state: State, tokens: readonly Token[], at: number): number | null {
  const week = hasCue(tokens, at, "next") ? "next" : hasCue(tokens, at, "this") ? "this" : null;
  if (week === null) return null;
  if (wordAt(tokens, at + 1).unit === "week") {
    const unit = tokens[at + 1];
    if (state.role === "from" || (unit?.kind === "word" && isAblative(unit.folded)))
      return pushWeekdays({ ...state, role: "from" }, tokens, at, { weekdays: [1], week, next: at + 2 });
    // "This week" is said of two weeks at once.
    if (state.week !== null) return null;
    state.week = { week, at: spanOf(tokens, at, at + 2) };
    return at + 2;
  }
  if (week === "this") return null;
  const named = readNamed(tokens, at + 1);
  return named && pushWeekdays(state, tokens, at, { ...named, week });
}

/** «через неделю в среду», "in two weeks on Friday"; `weeks` stand before a place. */
export function takeWeekdayBehind(state: State, tokens: readonly Token[], at: number, weeks: number): number | null {
  let place = skipFillers(tokens, at);
  if (hasCue(tokens, place, "on") && wordAt(tokens, place).weekday === undefined) place += 1;
  const named = readNamed(tokens, place);
  return named && pushWeekdays(state, tokens, at, { ...named, week: weeks });
}

/** Weekdays said one by one, each of which is a date; «среда и пятница 11 декабря» has a date of its own. */
function readNamed(tokens: readonly Token[], at: number): { weekdays: number[]; next: number } | null {
  const weekdays: number[] = [];
  let next = at;
  for (let place = at; weekdays.length < 7; place = next + 1) {
    const read = readWeekdays(tokens, place);
    const [weekday] = read?.weekdays ?? [];
    const isOne = read?.weekdays.length === 1 && !read.isRepeated && readDays(tokens, read.next) === null;
    if (!read || weekday === undefined || !isOne || isRepeatedForm(tokens[place])) break;
    weekdays.push(weekday);
    next = read.next;
    if (!isAnd(tokens, next) || isMark(tokens, next, "comma")) break;
  }
  return weekdays.length === 0 ? null : { weekdays, next };
}

const pushWeekdays = (
  state: State,
  tokens: readonly Token[],
  at: number,
  { weekdays, week, next }: { weekdays: readonly number[]; week: Week; next: number },
): number => {
  const days = weekdays.map((weekday) => ({ kind: "weekday" as const, weekday, week }));
  return pushDates(state, { days, isRange: false, isAblative: false, next }, tokens, at);
};

/** «в среду на следующей неделе»: weekdays that were said one by one become dates of that week. */
export function settleWeek({ said, week }: State): void {
  if (week === null) return;
  if (said.weekdays.size === 0 || said.isRepeated || said.dates.length > 0) {
    said.unused.push(week.at);
    return;
  }
  const parts = said.parts.filter((part) => part.kind === "hours");
  const shared = parts.filter(({ hours }) => ![...said.weekdays.values()].includes(hours));
  said.parts = shared.length === parts.length ? [...parts] : [...shared];
  for (const [weekday, own] of said.weekdays) {
    const dates: SaidDates = {
      ...{ days: [{ kind: "weekday", weekday, week: week.week }], isRange: false, isAblative: false, next: 0 },
      ...{ role: null, at: week.at },
    };
    said.dates.push(dates);
    said.parts.push({ kind: "dates", dates });
    const hours = parts.find((part) => part.hours === own);
    if (hours) said.parts.push(hours);
  }
  said.weekdays.clear();
}
