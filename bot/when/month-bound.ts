import type { Days } from "./statement/read-days.ts";
import { hasCue, type Token, wordAt } from "./tokens.ts";

/** February by its 28 days: a year has mostly no more, and what repeats is shown before it is taken. */
const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a month by itself as an end: "до мая", "майга кадәр" is up to the day before it, «по май» and «до мая включительно» up
 * to its last. `isUntil`: a word before it said that an end follows.
 */
export function readMonthBound(tokens: readonly Token[], at: number, isUntil: boolean): Days | null {
  const { month } = wordAt(tokens, at);
  const isUpTo = hasCue(tokens, at + 1, "upTo");
  if (month === undefined || !(isUntil || isUpTo)) return null;
  const isInclusive = isUntil && (isUpTo || hasCue(tokens, at - 1, "on"));
  const last = isInclusive ? month : ((month + 10) % 12) + 1;
  const day = { kind: "date", day: lastDays[last - 1] ?? 28, month: last, year: null } as const;
  return {
    days: [{ ...day, isAmbiguous: false, isLoose: false }],
    isRange: false,
    isAblative: false,
    next: at + 1,
  };
}
