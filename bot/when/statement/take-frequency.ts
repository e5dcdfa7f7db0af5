import type { Span } from "../span.ts";
import { hasCue, isAnd, isMark, numberAt, spanOf, type Token, wordAt } from "../tokens.ts";
import type { State } from "./statement.ts";
import { take } from "./take.ts";

/** "Second", "last" before a weekday. */
export function takeOrdinal(state: State, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  // "the 2nd Saturday"
  const figure = token?.kind === "number" && token.suffix === "ordinal" ? token.value : undefined;
  const value = hasCue(tokens, at, "last") ? -1 : (wordAt(tokens, at).ordinal ?? figure);
  if (value === undefined || !isBeforeWeekday(tokens, at)) return null;
  state.ordinal = { value, at: spanOf(tokens, at, at + 1) };
  return at + 1;
}

/** "Every", "every other week", "of the month": how often. */
export function takeFrequency(state: State, tokens: readonly Token[], at: number): number | null {
  const { said, ordinal } = state;
  const { unit } = wordAt(tokens, at);
  const near = [at - 2, at - 1, at + 1];
  const isBesideWeek = [at - 1, at + 1].some((place) => wordAt(tokens, place).unit === "week");
  const isEvery = hasCue(tokens, at - 1, "every");
  const often = readEachWeeks(tokens, at);
  if (often !== null) {
    if (often.weeks === null) said.unused.push(spanOf(tokens, at, often.next));
    else said.interval = often.weeks;
    return often.weeks === null ? often.next : take(state, "frequency", tokens, at, often.next);
  }
  if (hasCue(tokens, at, "fortnightly")) said.interval = 2;
  else if (hasCue(tokens, at, "every")) said.isRepeated = true;
  else if (hasCue(tokens, at, "other") && (isEvery || isBesideWeek)) said.interval = 2;
  else if (unit === "week" && near.some((place) => hasCue(tokens, place, "other", "every"))) said.isRepeated = true;
  else if (unit === "month" && (said.weekdays.size > 0 || ordinal !== null || isEvery)) said.isMonthly = true;
  else return null;
  return take(state, "frequency", tokens, at, at + 1);
}

/**
 * «раз в 2 недели», «2 атнага бер тапкыр»; weeks are null for «раз в месяц» and «2 раза в месяц», which do not say on which
 * day.
 */
function readEachWeeks(tokens: readonly Token[], at: number): { weeks: number | null; next: number } | null {
  const place = numberAt(tokens, at) === null ? at : at + 1;
  if (wordAt(tokens, place).unit === "lesson" && hasCue(tokens, place + 1, "at")) {
    const weeks = numberAt(tokens, place + 2);
    const unitAt = weeks === null ? place + 2 : place + 3;
    const { unit } = wordAt(tokens, unitAt);
    const isOnce = place === at || numberAt(tokens, at) === 1;
    if (unit === "month") return { weeks: null, next: unitAt + 1 };
    return unit === "week" && isOnce && weeks !== null ? { weeks, next: unitAt + 1 } : null;
  }
  // «атнага ике тапкыр» says how often in each week.
  const week = tokens[place];
  if (week?.kind !== "word" || !/^(?:атна|ай)га$/u.test(week.folded) || numberAt(tokens, place + 1) === null)
    return null;
  const next = wordAt(tokens, place + 2).unit === "lesson" ? place + 3 : place + 2;
  if (wordAt(tokens, place).unit === "month") return { weeks: null, next };
  return place === at
    ? { weeks: 1, next }
    : numberAt(tokens, place + 1) === 1
      ? { weeks: numberAt(tokens, at), next }
      : null;
}

/** "The second Saturday of the month" has a place in it, "every second Saturday" is every other one. */
export function settleOrdinal({ said }: State, { value, at }: { value: number; at: Span }): void {
  if (said.isMonthly || said.months.length > 0) said.position = value;
  else if (value === 2 && said.isRepeated) said.interval = 2;
  else said.unused.push(at);
}

/** "второй четверг", "последняя каждая пятница" */
const isBeforeWeekday = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at + 1).weekday !== undefined ||
  (wordAt(tokens, at + 2).weekday !== undefined && !isAnd(tokens, at + 1) && !isMark(tokens, at + 1, "dash"));
