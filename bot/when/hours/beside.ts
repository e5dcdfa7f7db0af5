import type { PartOfDay } from "../lexicon/lexicon.ts";
import { isLedToHour } from "../statement/read-days.ts";
import { hasCue, isMark, type Token, wordAt } from "../tokens.ts";

/** "9 декабря 14 часов", "с 10 часов" */
export function isDayBefore(tokens: readonly Token[], at: number): boolean {
  const before = isMark(tokens, at - 1, "comma") ? at - 2 : at - 1;
  const { month, weekday, inDays, unit } = wordAt(tokens, before);
  return (
    (month ?? weekday ?? inDays) !== undefined ||
    unit === "year" ||
    tokens[before]?.kind === "date" ||
    hasCue(tokens, at - 1, "from", "until")
  );
}

/** «завтра с 18», "Friday at 18 30", "5 декабря, 18 30": a day stands before the words that lead to an hour. */
export function isBehindDay(tokens: readonly Token[], at: number): boolean {
  let place = at - 1;
  while (place >= at - 2 && hasCue(tokens, place, "from", "at", "on") && !isDay(tokens, place)) place -= 1;
  return isDay(tokens, isMark(tokens, place, "comma") ? place - 1 : place);
}

const isDay = (tokens: readonly Token[], at: number): boolean => {
  const { month, weekday, inDays } = wordAt(tokens, at);
  const token = tokens[at];
  const isYear = token?.kind === "number" && token.value >= 2000 && token.value < 2100;
  return (month ?? weekday ?? inDays) !== undefined || token?.kind === "date" || (isYear && isMonthBefore(tokens, at));
};

const isMonthBefore = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, isMark(tokens, at - 1, "comma") ? at - 2 : at - 1).month !== undefined;

/** "кичке 7дә", "вечером в 7" */
export function partBefore(tokens: readonly Token[], at: number): { part?: PartOfDay; half?: "am" | "pm" } {
  const { part, isTonight, unit } = wordAt(tokens, isLedToHour(tokens, at) ? at - 2 : at - 1);
  // "через 3 дня в 10": those are days.
  return part === undefined || unit === "day" || (isTonight && !isLedToHour(tokens, at)) ? {} : { part };
}
