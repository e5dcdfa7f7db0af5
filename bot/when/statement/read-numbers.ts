import { hasCue, isAnd, isJoint, type Token, wordAt } from "../tokens.ts";

/** Words that lead to an hour and to no day. */
export const isLedToHour = (tokens: readonly Token[], at: number): boolean => {
  const { cues } = wordAt(tokens, at - 1);
  return cues.has("at") || cues.has("start");
};

/** Days that one month ends; of a longer list each beginning would be read to its end in vain. */
const mostTogether = 12;

/** "1", "1, 3 и 5", "1–8", «первого и третьего»: numbers up to 31 and whether the last two are ends. */
export function readNumbers(tokens: readonly Token[], at: number) {
  const numbers: number[] = [];
  let [next, ends, isRange] = [at, 0, false];
  for (;;) {
    const value = dayNumberAt(tokens, next);
    const last = numbers.at(-1);
    if (numbers.length >= mostTogether || value === null) break;
    // "1–3 и 5": the days between are meant too.
    if (isRange && last !== undefined && (ends > 1 || dayIsFollowed(tokens, next)))
      numbers.push(...between(last, value));
    numbers.push(value);
    ends += 1;
    next = skipFillers(tokens, skipWeekdays(tokens, skipFillers(tokens, next + 1)));
    // "1, 3, и 5"
    const width = isAnd(tokens, next) && isAnd(tokens, next + 1) ? 2 : 1;
    const goesOn = isAnd(tokens, next) || isJoint(tokens, next);
    const following = behindWeekday(tokens, next + width);
    if (!goesOn || dayNumberAt(tokens, following) === null || isCountedOrRange(tokens, following)) break;
    // «с 10 до 18 до 20 декабря» begins with hours.
    if (isRange && isJoint(tokens, next)) return { numbers: [], isRange: false, next };
    isRange = isJoint(tokens, next);
    next = behindWeekday(tokens, next + width);
  }
  return { numbers, isRange: isRange && ends === 2, next };
}

/** "Sat 19 – Sun 20 December": the weekday before a number tells only which day it is. */
const behindWeekday = (tokens: readonly Token[], at: number): number =>
  wordAt(tokens, at).weekday !== undefined && dayNumberAt(tokens, at + 1) !== null ? at + 1 : at;

/** «19 (сб) и 20 (вс) декабря»: a weekday between two numbers that one month ends. */
function skipWeekdays(tokens: readonly Token[], at: number): number {
  if (wordAt(tokens, at).weekday === undefined) return at;
  const goesOn = isAnd(tokens, at + 1) || isJoint(tokens, at + 1);
  const isLast = wordAt(tokens, at + 1).month !== undefined;
  return isLast || (goesOn && dayNumberAt(tokens, behindWeekday(tokens, at + 2)) !== null) ? at + 1 : at;
}

/** Another day stands behind the one at a place. */
const dayIsFollowed = (tokens: readonly Token[], at: number): boolean => {
  const next = skipFillers(tokens, at + 1);
  const place = isAnd(tokens, next) && isAnd(tokens, next + 1) ? next + 2 : next + 1;
  return isAnd(tokens, next) && dayNumberAt(tokens, place) !== null && !isCountedOrRange(tokens, place);
};

const between = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => first + index + 1);

/** The number of a day, in figures or in words: "5", "5th", «пятого», «биш»; "one" is also an article, and may count. */
export function dayNumberAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const { ordinal, number } = wordAt(tokens, at);
  // "at seven, December 5"
  const inWords = ordinal ?? (number === 1 || isLedToHour(tokens, at) ? undefined : number);
  const value = token?.kind === "number" ? token.value : inWords;
  return value === undefined || value < 1 || value > 31 || !Number.isInteger(value) ? null : value;
}

export function skipFillers(tokens: readonly Token[], at: number): number {
  let next = at;
  while (hasCue(tokens, next, "filler") && wordAt(tokens, next).month === undefined) next += 1;
  return next;
}

/** The number tells how many of something, or an hour, and not which day. */
export const isCounted = (tokens: readonly Token[], at: number): boolean => {
  const { unit, part, half, isFrequency } = wordAt(tokens, at + 1);
  // "5ендә сәгать 18дә": the word leads to an hour.
  if (unit === "hour" && hasCue(tokens, at + 1, "at") && tokens[at + 2]?.kind === "number") return false;
  return (unit !== undefined && unit !== "year") || part !== undefined || half !== undefined || isFrequency === true;
};

/** "December 5, 6–8 pm": the numbers behind the comma are hours. */
const isCountedOrRange = (tokens: readonly Token[], at: number): boolean =>
  isCounted(tokens, at) || (isJoint(tokens, at + 1) && tokens[at + 2]?.kind === "number" && isCounted(tokens, at + 2));
