import { readLength, readShowings } from "../hours.ts";
import { hasCue, numberAt, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { readWeekdays } from "../weekdays.ts";
import { skipFillers } from "./read-numbers.ts";
import type { State } from "./statement.ts";
import { take } from "./take.ts";
import { takeWeekdayBehind } from "./take-week.ts";

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
  if (!isLed && !isFollowed) return takeWeeksFrom(state, tokens, at, length) ?? takeAblative(state, tokens, at, length);
  const { said } = state;
  const next = isFollowed ? length.next + 1 : length.next;
  const weeks = length.minutes / (7 * 1440);
  // "пн и ср через неделю", «через неделю по средам» are every other week, «через неделю в среду» is one day.
  const behind = readWeekdays(tokens, skipFillers(tokens, hasCue(tokens, next, "on") ? next + 1 : next));
  const isEveryOther = weeks === 1 && (said.weekdays.size > 0 || behind?.isRepeated === true);
  const named = isEveryOther || !Number.isInteger(weeks) ? null : takeWeekdayBehind(state, tokens, next, weeks);
  if (named !== null) return named;
  if (isEveryOther) said.interval = 2;
  else said.ahead = length;
  return take(state, isEveryOther ? "frequency" : "ahead", tokens, at, next);
}

type Length = NonNullable<ReturnType<typeof readLength>>;

/** "A week from Friday"; of more weeks it may be how long something goes on. */
function takeWeeksFrom(state: State, tokens: readonly Token[], _at: number, { minutes, next }: Length): number | null {
  const weeks = minutes / (7 * 1440);
  const isOne = Number.isInteger(weeks) && weeks <= 2 && state.said.weekdays.size === 0;
  return isOne && hasCue(tokens, next, "from") ? takeWeekdayBehind(state, tokens, next + 1, weeks) : null;
}

/** «ике атнадан», «3 көннән»: so long from now on; of hours it may be a beginning. */
function takeAblative(state: State, tokens: readonly Token[], at: number, length: Length): number | null {
  const unit = tokens[length.next - 1];
  const isFrom = unit?.kind === "word" && isAblative(unit.folded) && unit.word.unit !== "hour";
  // «унбиш минуттан сигез тула» is an hour of the clock.
  const isClock = unit?.kind === "word" && unit.word.unit === "minute" && numberAt(tokens, length.next) !== null;
  if (!isFrom || isClock || numberAt(tokens, at) === null || state.said.weekdays.size > 0) return null;
  state.said.ahead = length;
  return take(state, "ahead", tokens, at, length.next);
}

/** "12 lessons", "6 weeks", "90 minutes", "2 раза в неделю". */
export function takeAmount(state: State, tokens: readonly Token[], at: number): number | null {
  const { said } = state;
  const number = numberAt(tokens, at);
  const { unit, isFrequency } = wordAt(tokens, at + 1);
  const whole = readInAll(tokens, at);
  if (whole !== null) {
    said.count = whole.count;
    return take(state, "count", tokens, at, whole.next);
  }
  const months = readMonthsLong(tokens, at);
  if (months !== null) {
    said.monthsLong = months.count;
    return take(state, "weeks", tokens, at, months.next);
  }
  // How often it is says not how many there are.
  if (number !== null && isFrequency) return take(state, "frequency", tokens, at, at + 2);
  if (wordAt(tokens, at).isFrequency) return take(state, "frequency", tokens, at, at + 1);
  if (number === null && wordAt(tokens, at).length === undefined) return null;
  if (number !== null && unit === "lesson") {
    // «раз в две недели», "2 раза в месяц" do not say how many there are.
    if (hasCue(tokens, at + 2, "at") && isUnitBehind(tokens, at + 3)) return null;
    const isPerWeek = hasCue(tokens, at + 2, "at") && wordAt(tokens, at + 3).unit === "week";
    if (!isPerWeek) said.count = number;
    return take(state, isPerWeek ? "frequency" : "count", tokens, at, isPerWeek ? at + 4 : at + 2);
  }
  if (number !== null && unit === "week") {
    // «2 атнага бер тапкыр»
    if (isDative(tokens[at + 1]) && numberAt(tokens, at + 2) === 1) return null;
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

const isDative = (token: Token | undefined): boolean => token?.kind === "word" && token.folded.endsWith("га");

const isUnitBehind = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at).unit === "month" || (numberAt(tokens, at) !== null && wordAt(tokens, at + 1).unit === "week");

/** «всего 5», "5 in all": how many there are, with the word for lessons or without. */
function readInAll(tokens: readonly Token[], at: number): { count: number; next: number } | null {
  const isLed = hasCue(tokens, at, "in all");
  const place = isLed ? at + 1 : at;
  const count = numberAt(tokens, place);
  const { unit, month } = wordAt(tokens, place + 1);
  const next = unit === "lesson" ? place + 2 : place + 1;
  const isBehind = !isLed && hasCue(tokens, next, "in all");
  if (count === null || (!isLed && !isBehind) || month !== undefined) return null;
  return unit !== undefined && unit !== "lesson" ? null : { count, next: isBehind ? next + 1 : next };
}

/** «на месяц», "for 2 months", «бер айга» */
function readMonthsLong(tokens: readonly Token[], at: number): { count: number; next: number } | null {
  const count = numberAt(tokens, at);
  const unitAt = count === null ? at : at + 1;
  if (wordAt(tokens, unitAt).unit !== "month" || (count === null && !hasCue(tokens, at - 1, "lasting"))) return null;
  return { count: count ?? 1, next: unitAt + 1 };
}
