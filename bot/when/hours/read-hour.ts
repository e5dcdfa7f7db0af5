import { readDays } from "../statement/read-days.ts";
import { isLedToHour } from "../statement/read-numbers.ts";
import { hasCue, isArticle, isMark, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { isBehindDay, isDayBefore, partBefore, partBehind } from "./beside.ts";
import type { Bare } from "./time.ts";

/** "в 19", "19 часов", "8 сәгать 30", "18дә", "кичке алтыда" */
export function readHour(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at];
  const inWords = token?.kind === "word" ? token.word.number : undefined;
  const hour = token?.kind === "number" ? token.value : inWords;
  if (hour === undefined || hour > 24 || !Number.isInteger(hour)) return null;
  // "An evening out" is at no hour.
  if ((token?.kind === "number" && token.suffix === "ordinal") || isArticle(token)) return null;
  const unit = wordAt(tokens, at + 1).unit;
  const isLed =
    isLedToHour(tokens, at) ||
    hasCue(tokens, at - 1, "after") ||
    partBefore(tokens, at).part !== undefined ||
    (hasCue(tokens, at - 1, "from") && isBehindDay(tokens, at)) ||
    // «җидедән соң», «җидегә кадәр»
    (inWords !== undefined && hasCue(tokens, at + 1, "after", "upTo"));
  // «дня» in "2 дня" counts days, in "в 2 дня" it is the afternoon.
  const isPart = partBehind(tokens, at + 1).part !== undefined && isLed;
  if (unit !== undefined && unit !== "hour" && !isPart) return null;
  const isCase = token?.kind === "number" && token.suffix === "case";
  const isFrom = token?.kind === "number" ? token.isAblative : token?.kind === "word" && isAblative(token.folded);
  // "07" is written by the clock of 24 hours.
  const isPadded = token?.kind === "number" && token.suffix === null && hour < 10 && token.end - token.start === 2;
  const isHalfSaid = isPadded || hour === 0;
  const rest = { certainty: "sure" as const, isHalfSaid, isAblative: isFrom };
  if (unit === "hour") {
    // "2 часа" alone is a length.
    const minute = readMinute(tokens, at + 2);
    const next = minute?.next ?? at + 2;
    const isBesideDay =
      isDayBefore(tokens, at) || readDays(tokens, isMark(tokens, next, "comma") ? next + 1 : next) !== null;
    if (!isLed && partBehind(tokens, at + 2).part === undefined && !(hour > 4 && isBesideDay)) return null;
    return { ...rest, minutes: hour * 60 + (minute?.value ?? 0), next };
  }
  const spoken = inWords === undefined ? null : readSpokenMinute(tokens, at + 1);
  if (spoken !== null && (isLed || isDayBefore(tokens, at) || partBehind(tokens, spoken.next).part !== undefined))
    return { ...rest, minutes: hour * 60 + spoken.value, next: spoken.next };
  // In words an hour needs something that says so.
  if (inWords !== undefined && !isLed && partBehind(tokens, at + 1).part === undefined) return null;
  const certainty = isCase && isLed ? "sure" : isCase || isLed ? "led" : "bare";
  return { ...rest, minutes: hour * 60, certainty, next: at + 1 };
}

interface Minute {
  value: number;
  next: number;
}

/** "30", "30 минут", «тридцать минут» behind the word for an hour. */
function readMinute(tokens: readonly Token[], at: number): Minute | null {
  const token = tokens[at];
  const isMinute = wordAt(tokens, at + 1).unit === "minute";
  if (token?.kind === "number" && token.value < 60 && token.suffix === null)
    return { value: token.value, next: isMinute ? at + 2 : at + 1 };
  return readSpokenMinute(tokens, at);
}

/** «восемнадцать тридцать», «девятнадцать ноль пять»: minutes as they are dictated, with nothing behind that they could count. */
function readSpokenMinute(tokens: readonly Token[], at: number): Minute | null {
  const { number } = wordAt(tokens, at);
  const behind = number === 0 && !isArticle(tokens[at + 1]) ? wordAt(tokens, at + 1).number : undefined;
  const isBelowTen = behind !== undefined && behind < 10;
  if (number === undefined || number > 59 || (number < 10 && number !== 0)) return null;
  const next = isBelowTen ? at + 2 : at + 1;
  const { unit, month } = wordAt(tokens, next);
  if (month !== undefined || (unit !== undefined && unit !== "minute" && unit !== "hour")) return null;
  return { value: isBelowTen ? behind : number, next: unit === "minute" ? next + 1 : next };
}
