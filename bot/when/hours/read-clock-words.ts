import { isLedToHour } from "../statement/read-numbers.ts";
import { hasCue, isArticle, isMark, type Token, wordAt } from "../tokens.ts";
import { isAblative } from "../vocabulary.ts";
import { partBefore } from "./beside.ts";
import { type Bare, noon } from "./time.ts";

/**
 * The hour and minute that words say by a neighbouring hour: "half past six", "ten to seven", «половина восьмого», «десять
 * минут восьмого», «без четверти восемь», «җиденче ярты», «алты тулып ун минут», «җидегә ун минут кала».
 */
export function readClockWords(tokens: readonly Token[], at: number): Bare | null {
  const read =
    readLacking(tokens, at) ??
    readOfHour(tokens, at) ??
    readPastOrTo(tokens, at) ??
    readHourFirst(tokens, at) ??
    readOrdinalFirst(tokens, at);
  if (read === null) return null;
  const last = tokens[read.next - 1];
  const isBesidePart = wordAt(tokens, read.next).part !== undefined || partBefore(tokens, at).part !== undefined;
  return {
    // "Half past twelve" is in the afternoon, where nobody says that it is at night.
    minutes: read.minutes < 60 ? read.minutes + noon : read.minutes,
    // «половина второго акта»
    certainty: isLedToHour(tokens, at) || isBesidePart ? "sure" : "led",
    isHalfSaid: false,
    isAblative: last?.kind === "word" && isAblative(last.folded),
    next: read.next,
  };
}

/** Minutes after midnight, and where reading goes on. */
interface Said {
  minutes: number;
  next: number;
}

/** Minutes of an hour in front of, or behind, that hour. */
interface Part extends Said {
  /** By a word of its own: a half, a quarter. */
  isFraction: boolean;
  /** With the word for minutes. */
  hasUnit: boolean;
}

function readPart(tokens: readonly Token[], at: number): Part | null {
  const { fraction } = wordAt(tokens, at);
  if (fraction !== undefined) return { minutes: fraction, isFraction: true, hasUnit: false, next: at + 1 };
  const value = wholeAt(tokens, at);
  if (value === null || value < 1 || value > 59) return null;
  const hasUnit = wordAt(tokens, at + 1).unit === "minute";
  return { minutes: value, isFraction: false, hasUnit, next: hasUnit ? at + 2 : at + 1 };
}

function wholeAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token?.kind === "number")
    return Number.isInteger(token.value) && token.suffix !== "ordinal" && token.end - token.start < 5
      ? token.value
      : null;
  return isArticle(token) ? null : (wordAt(tokens, at).number ?? null);
}

/** An hour by its number, or by its unit alone («без пяти час»), with nothing behind that it could count. */
function readHourNumber(tokens: readonly Token[], at: number): Said | null {
  if (wordAt(tokens, at).unit === "hour") return { minutes: 60, next: at + 1 };
  const value = wholeAt(tokens, at);
  if (value === null || value < 1 || value > 24) return null;
  const { unit, month, part } = wordAt(tokens, at + 1);
  if (unit === "hour") return { minutes: value * 60, next: at + 2 };
  return month !== undefined || (unit !== undefined && part === undefined)
    ? null
    : { minutes: value * 60, next: at + 1 };
}

/** The hour that is under way by its place in the day: «восьмого», «сигезенче», "8-го". */
function readHourOrdinal(tokens: readonly Token[], at: number): Said | null {
  const token = tokens[at];
  const isFigure = token?.kind === "number" && token.suffix === "ordinal";
  const isWord = token?.kind === "word" && /(?:[ое]го|нче|нчы)$/u.test(token.folded);
  const value = isFigure ? token.value : isWord ? token.word.ordinal : undefined;
  if (value === undefined || value < 1 || value > 12 || wordAt(tokens, at + 1).month !== undefined) return null;
  return { minutes: (value - 1) * 60, next: at + 1 };
}

/** «без четверти восемь», «без 15 минут семь» */
function readLacking(tokens: readonly Token[], at: number): Said | null {
  if (wordAt(tokens, at).clockSign !== "lacks") return null;
  const part = readPart(tokens, at + 1);
  const hour = part && readHourNumber(tokens, part.next);
  return hour && part.minutes < 30 ? { minutes: hour.minutes - part.minutes, next: hour.next } : null;
}

/** «половина восьмого», «пол 8», «четверть восьмого», «десять минут восьмого» */
function readOfHour(tokens: readonly Token[], at: number): Said | null {
  const part = readPart(tokens, at);
  if (part === null || !(part.isFraction || part.hasUnit)) return null;
  // «пол-восьмого»
  const place = part.isFraction && isMark(tokens, part.next, "dash") ? part.next + 1 : part.next;
  const hour = readHourOrdinal(tokens, place);
  if (hour !== null) return { minutes: hour.minutes + part.minutes, next: hour.next };
  const first = tokens[at];
  const figure = first?.kind === "word" && first.folded === "пол" ? readHourNumber(tokens, place) : null;
  return figure && figure.minutes <= noon ? { minutes: figure.minutes - 30, next: figure.next } : null;
}

/** "half past six", "a quarter to eight", "ten minutes to seven" */
function readPastOrTo(tokens: readonly Token[], at: number): Said | null {
  const part = readPart(tokens, at);
  if (part === null) return null;
  const unit = tokens[part.next - 1];
  // «ун минуттан алты тула»
  if (part.hasUnit && unit?.kind === "word" && isAblative(unit.folded)) {
    const hour = readHourNumber(tokens, part.next);
    const isLeft = hour !== null && wordAt(tokens, hour.next).clockSign === "left";
    return isLeft ? { minutes: hour.minutes - part.minutes, next: hour.next + 1 } : null;
  }
  // "half-past six"
  const place = isMark(tokens, part.next, "dash") ? part.next + 1 : part.next;
  const { clockSign } = wordAt(tokens, place);
  if (clockSign !== "past" && clockSign !== "to") return null;
  const hour = readHourNumber(tokens, place + 1);
  if (hour === null) return null;
  if (clockSign === "past") return { minutes: hour.minutes + part.minutes, next: hour.next };
  return part.minutes < 30 && isToHour(tokens, at, part, hour.next)
    ? { minutes: hour.minutes - part.minutes, next: hour.next }
    : null;
}

/** "Open ten to seven" are two hours; "at ten to seven" in words, or "ten minutes to seven", is one. */
function isToHour(
  tokens: readonly Token[],
  at: number,
  { isFraction, hasUnit, minutes }: Part,
  behind: number,
): boolean {
  if (isFraction || hasUnit) return true;
  const isWord = tokens[at]?.kind === "word" && minutes % 5 === 0;
  return isWord && (isLedToHour(tokens, at) || wordAt(tokens, behind).part !== undefined);
}

/** «алты тулып ун минут», «алты тулырга ун минут», «алтыга ун минут кала», «алты ярты» */
function readHourFirst(tokens: readonly Token[], at: number): Said | null {
  const hour = wholeAt(tokens, at);
  if (hour === null || hour < 1 || hour > 24) return null;
  const { clockSign } = wordAt(tokens, at + 1);
  if (clockSign === "past" || clockSign === "lacks") {
    const part = readPart(tokens, at + 2);
    if (part === null) return null;
    const isLeft = wordAt(tokens, part.next).clockSign === "left";
    const minutes = hour * 60 + (clockSign === "past" ? part.minutes : -part.minutes);
    return { minutes, next: isLeft ? part.next + 1 : part.next };
  }
  const part = readPart(tokens, at + 1);
  if (part === null) return null;
  if (wordAt(tokens, part.next).clockSign === "left" && (part.isFraction || part.hasUnit))
    return { minutes: hour * 60 - part.minutes, next: part.next + 1 };
  const isHalf = part.isFraction && part.minutes === 30 && isTatarHalf(tokens[at + 1]);
  return isHalf && hour <= 12 ? { minutes: hour * 60 + 30, next: part.next } : null;
}

const isTatarHalf = (token: Token | undefined): boolean => token?.kind === "word" && token.folded.startsWith("ярты");

/** «сигезенче ярты», «сигезенче ун минут» */
function readOrdinalFirst(tokens: readonly Token[], at: number): Said | null {
  const hour = readHourOrdinal(tokens, at);
  const part = hour && readPart(tokens, hour.next);
  if (!hour || !part || !(part.hasUnit || isTatarHalf(tokens[hour.next]))) return null;
  return hasCue(tokens, part.next, "every") ? null : { minutes: hour.minutes + part.minutes, next: part.next };
}
