import type { PartOfDay } from "../lexicon/lexicon.ts";
import { isLedToHour } from "../statement/read-numbers.ts";
import { hasCue, isMark, type Token, wordAt } from "../tokens.ts";

/** "9 декабря 14 часов", "с 10 часов" */
export function isDayBefore(tokens: readonly Token[], at: number): boolean {
  const before = isMark(tokens, at - 1, "comma") ? at - 2 : at - 1;
  const { month, weekday, inDays, unit } = wordAt(tokens, before);
  return (
    (month ?? weekday ?? inDays) !== undefined ||
    unit === "year" ||
    // «19 нчы декабрь көнне 18 сәгать 30 минутта»
    (unit === "day" && wordAt(tokens, before - 1).month !== undefined) ||
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

/** Parts of the day in the plural are counted: «three evenings» is no hour. */
const counted = /^(?:mornings|afternoons|evenings|nights|matinees|вечеров|вечера(?:х|м)|ночей)$/u;
/** A part of the day that may as well begin a name: «18:30 Вечер романса». */
const nominative = /^(?:утро|вечер|ночь|кич|morning|afternoon|evening|night)$/u;

/** The part of the day, or half of it, that stands behind an hour: «7 вечера», "7 pm". */
export function partBehind(tokens: readonly Token[], at: number): { part?: PartOfDay; half?: "am" | "pm" } {
  const token = tokens[at];
  if (token?.kind !== "word" || counted.test(token.folded)) return {};
  const { part, half } = token.word;
  return { ...(part && { part }), ...(half && { half }) };
}

/** Whether the word at a place begins what is on at the hour before it: a name goes on behind it. */
export function beginsName(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || !nominative.test(token.folded) || next?.kind !== "word") return false;
  const { weekday, month, inDays, unit, cues } = next.word;
  return next.start - token.end === 1 && (weekday ?? month ?? inDays ?? unit) === undefined && cues.size === 0;
}
