import { readLength, readShowings } from "../hours.ts";
import { hasCue, numberAt, spanOf, type Token, wordAt } from "../tokens.ts";
import type { State, UsedWords } from "./statement.ts";

/** Notes what was taken of the tokens from a place to the one before another, where reading goes on. */
export function take({ said }: State, what: UsedWords, tokens: readonly Token[], at: number, next: number): number {
  said.taken.push({ what, at: spanOf(tokens, at, next) });
  return next;
}

/** "на 2 часа позже", "an hour later", "бер атнага соңрак" */
export function takeShift(state: State, tokens: readonly Token[], at: number): number | null {
  const length = readLength(tokens, at);
  if (length === null) return null;
  const isLater = hasCue(tokens, length.next, "later");
  if (!isLater && !hasCue(tokens, length.next, "earlier")) return null;
  state.said.shift = isLater ? length.minutes : -length.minutes;
  return take(state, "shift", tokens, at, length.next + 1);
}

/** "через 3 дня", "in two hours", "3 көннән соң" */
export function takeAhead(state: State, tokens: readonly Token[], at: number): number | null {
  const isLed = hasCue(tokens, at, "ahead") && !hasCue(tokens, at, "after");
  const length = readLength(tokens, isLed ? at + 1 : at);
  if (length === null) return null;
  const isFollowed = !isLed && hasCue(tokens, length.next, "ahead");
  if (!isLed && !isFollowed) return null;
  const { said } = state;
  const next = isFollowed ? length.next + 1 : length.next;
  // "пн и ср через неделю" is every other week.
  const isEveryOther = length.minutes === 7 * 1440 && said.weekdays.size > 0;
  if (isEveryOther) said.interval = 2;
  else said.ahead = length;
  return take(state, isEveryOther ? "frequency" : "ahead", tokens, at, next);
}

/** "12 lessons", "6 weeks", "90 minutes", "2 раза в неделю". */
export function takeAmount(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  const number = numberAt(tokens, at);
  const { unit, isFrequency } = wordAt(tokens, at + 1);
  // How often it is says not how many there are.
  if (number !== null && isFrequency) return take(state, "frequency", tokens, at, at + 2);
  if (number === null && wordAt(tokens, at).length === undefined) return null;
  if (number !== null && unit === "lesson") {
    const isPerWeek = hasCue(tokens, at + 2, "at") && wordAt(tokens, at + 3).unit === "week";
    if (!isPerWeek) said.count = number;
    return take(state, isPerWeek ? "frequency" : "count", tokens, at, isPerWeek ? at + 4 : at + 2);
  }
  if (number !== null && unit === "week") {
    const isEvery = hasCue(tokens, at - 1, "every");
    if (isEvery) said.interval = number;
    else said.weeks = number;
    return take(state, isEvery ? "frequency" : "weeks", tokens, at, at + 2);
  }
  // An hour behind "at" is one of the clock, an hour of nothing else a length.
  const length = hasCue(tokens, at - 1, "at") ? null : readLength(tokens, at);
  if (length === null || length.isDays || readShowings(tokens, at)?.showings[0]?.certainty === "sure") return null;
  said.length = length.minutes;
  return take(state, "length", tokens, at, length.next);
}
