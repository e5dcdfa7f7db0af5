import type { Day } from "../days.ts";
import { hasCue, isArticle, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import type { Days } from "./read-days.ts";
import { readNumbers } from "./read-numbers.ts";

/**
 * Days of the month that is under way or comes next, said by their number alone: «5 числа», «5-го», "on the 5th", «бишендә»;
 * null where the number counts something else.
 */
export function readMonthDays(tokens: readonly Token[], at: number): Days | null {
  const { numbers, isRange, next } = readNumbers(tokens, at);
  if (numbers.length === 0) return null;
  const last = tokens[next - 1];
  const isNamed = hasCue(tokens, next - 1, "of month");
  const isPlain = (numbers.length === 1 || isRange) && isPlaceInRow(tokens, at) && isEnd(tokens, next);
  if (!isNamed && !isPlain) return null;
  const days = numbers.map((day): Day => ({ kind: "of month", day }));
  const ablative = last?.kind === "word" ? isAblative(last.folded) : last?.kind === "number" && last.isAblative;
  // «5нче көнне»
  const behind = wordAt(tokens, next).unit === "day" ? next + 1 : next;
  return { days, isRange, isAblative: ablative, next: behind };
}

/** «5-го», "the 5th", «пятого», "the fifth", «бишендә»: «пятый» and "fifth" alone may be a place in any row. */
function isPlaceInRow(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "number") return token.suffix === "ordinal";
  if (token?.kind !== "word" || token.word.ordinal === undefined) return false;
  const before = tokens[at - 1];
  const isLed = before?.kind === "word" && before.folded === "the";
  return isLed || /(?:[ое]го|нда|ннан|[еы]на)$/u.test(token.folded);
}

/** Behind a day stands an hour, a mark, or what leads to one; not the thing that is the fifth. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return token === undefined || token.kind === "mark" || token.kind === "clock";
  const { part, inDays, unit, clock, cues, weekday } = token.word;
  if (unit !== undefined && unit !== "day") return hasCue(tokens, at, "at");
  if (weekday !== undefined || isArticle(token)) return false;
  return (part ?? inDays ?? clock ?? unit) !== undefined || isLeading.some((cue) => cues.has(cue));
}

const isLeading = [
  "at",
  "from",
  "until",
  "upTo",
  "on",
  "and",
  "start",
  "doors",
  "courtesy",
  "after",
  "before",
] as const;
