import type { PartOfDay } from "./lexicon/lexicon.ts";
import { isLedToHour, readDays } from "./statement/read-days.ts";
import { hasCue, isAnd, isJoint, isMark, type Token, wordAt } from "./tokens.ts";

/**
 * A time of day on the wall, in minutes after midnight; an end at or before the start is on the next day. A start at 1440
 * is the midnight at the end of the day.
 */
export interface Hours {
  from: number;
  /** Null: nobody said. */
  until: number | null;
}

/**
 * How sure it is that an hour was meant: `sure` by its sign or a word, `point` by a point alone ("18.30" may be an
 * amount), `led` by a preposition ("в 19"), `bare` by nothing.
 */
export type Certainty = "sure" | "point" | "led" | "bare";

/** Hours at a place among tokens, and where reading goes on. */
export interface ReadHours {
  hours: Hours;
  certainty: Certainty;
  next: number;
}

export const day = 24 * 60;
/** A day has no more of one thing. */
const mostShowings = 20;
const noon = 12 * 60;

/** The hours said at a place: "10:00–11:30", "в 19", "7–9 pm", "кичке 7дә", "в полдень"; null when it says none. */
export function readHours(tokens: readonly Token[], at: number): ReadHours | null {
  const first = readTime(tokens, at);
  if (first === null) return null;
  const isJoined = isJoint(tokens, first.next);
  const lastAt = isJoined ? first.next + 1 : first.next;
  // "19:00 until 12 December": a day, not an hour.
  const last = readDays(tokens, lastAt) === null ? readTime(tokens, lastAt) : null;
  const isRange = last !== null && (isJoined || (first.isAblative && hasCue(tokens, last.next, "upTo")));
  if (!isRange) {
    return { hours: { from: first.minutes, until: null }, certainty: first.certainty, next: first.next };
  }
  const next = hasCue(tokens, last.next, "upTo") ? last.next + 1 : last.next;
  // "7–9 pm": both are.
  const from = last.isEvening && first.minutes < noon && first.minutes + noon < last.minutes ? noon : 0;
  const hours = { from: first.minutes + from, until: last.minutes % day };
  return { hours, certainty: certaintyOfRange(tokens, at, first, last), next };
}

/** The surer of two ends speaks for both; "12.00–14.00" are no amounts, "from 12 to 15" no days. */
function certaintyOfRange(tokens: readonly Token[], at: number, first: Time, last: Time): Certainty {
  const both = [first.certainty, last.certainty];
  if (both.includes("sure") || both.every((one) => one === "point")) return "sure";
  return hasCue(tokens, at - 1, "from") || both.includes("point") ? "led" : first.certainty;
}

/** Hours joined by "and" or a comma, each a showing of its own: "в 12:00 и 15:00". */
export function readShowings(tokens: readonly Token[], at: number): { showings: ReadHours[]; next: number } | null {
  const first = readHours(tokens, at);
  if (first === null) return null;
  const showings = [first];
  for (let next = first.next; ; ) {
    const last = showings.at(-1) ?? first;
    if (showings.length === mostShowings || !isAnd(tokens, next)) return { showings, next: last.next };
    const behind = hasCue(tokens, next + 1, "at") ? next + 2 : next + 1;
    const more = readDays(tokens, behind) === null ? readHours(tokens, behind) : null;
    if (more === null || more.certainty === "bare") return { showings, next: last.next };
    showings.push(more);
    next = more.next;
  }
}

interface Time {
  minutes: number;
  certainty: Certainty;
  isEvening: boolean;
  isAblative: boolean;
  next: number;
}

/** The figures or the word of an hour, before it is known which half of the day is meant. */
interface Bare {
  minutes: number;
  certainty: Certainty;
  isAblative: boolean;
  next: number;
}

function readTime(tokens: readonly Token[], at: number): Time | null {
  const bare = readNamed(tokens, at) ?? readClock(tokens, at) ?? readHyphened(tokens, at) ?? readHour(tokens, at);
  if (bare === null) return null;
  const behind = wordAt(tokens, bare.next);
  const { part, half } = behind.part || behind.half ? behind : partBefore(tokens, at);
  const hasBehind = behind.part !== undefined || behind.half !== undefined;
  const isNamed = part !== undefined || half !== undefined;
  return {
    ...bare,
    minutes: inHalf(bare.minutes, part, half),
    certainty: isNamed && bare.minutes <= day ? "sure" : bare.certainty,
    isEvening: half === "pm" || part === "evening" || part === "afternoon",
    next: hasBehind ? bare.next + 1 : bare.next,
  };
}

/** "в полдень", "в час дня" */
function readNamed(tokens: readonly Token[], at: number): Bare | null {
  const { clock, unit } = wordAt(tokens, at);
  const rest = { certainty: "sure" as const, isAblative: false, next: at + 1 };
  if (clock !== undefined) return { minutes: clock, ...rest };
  const isOne = unit === "hour" && hasCue(tokens, at - 1, "at") && wordAt(tokens, at + 1).part !== undefined;
  return isOne ? { minutes: 60, ...rest } : null;
}

function readClock(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at];
  if (token?.kind === "clock") {
    const certainty = token.sign === "." && !token.isLocative ? (isLedToHour(tokens, at) ? "sure" : "point") : "sure";
    // "15:00 сәгатьтә"
    const next = wordAt(tokens, at + 1).unit === "hour" ? at + 2 : at + 1;
    return { minutes: token.minutes, certainty, isAblative: token.isAblative, next };
  }
  // "в 10.10" is no day.
  if (token?.kind !== "date" || token.clock === null || token.clock % 5 !== 0 || !isLedToHour(tokens, at)) return null;
  return { minutes: token.clock, certainty: "sure", isAblative: token.isAblative, next: at + 1 };
}

/** "18-30": with a hyphen it is an hour where something leads to it, or where no hour could be its end. */
function readHyphened(tokens: readonly Token[], at: number): Bare | null {
  const [hour, hyphen, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (hour?.kind !== "number" || minute?.kind !== "number" || !isMark(tokens, at + 1, "dash")) return null;
  const isTight = hyphen?.start === hour.end && hyphen.end === minute.start && minute.end - minute.start === 2;
  if (!isTight || hour.value > 23 || minute.value > 59 || minute.value % 5 !== 0) return null;
  if (!isLedToHour(tokens, at) && minute.value > 0 && minute.value <= 24) return null;
  if (wordAt(tokens, at + 3).month !== undefined) return null;
  const minutes = hour.value * 60 + minute.value;
  const { isAblative } = minute;
  return {
    minutes,
    certainty: isLedToHour(tokens, at) || isBehindDay(tokens, at) ? "sure" : "led",
    isAblative,
    next: at + 3,
  };
}

const isBehindDay = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.kind === "date" || wordAt(tokens, at - 1).month !== undefined;

/** "в 19", "19 часов", "8 сәгать 30", "18дә", "кичке алтыда" */
function readHour(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at];
  const inWords = token?.kind === "word" ? token.word.number : undefined;
  const hour = token?.kind === "number" ? token.value : inWords;
  if (hour === undefined || hour > 24 || !Number.isInteger(hour)) return null;
  if (token?.kind === "number" && token.suffix === "ordinal") return null;
  const unit = wordAt(tokens, at + 1).unit;
  const isLed = isLedToHour(tokens, at) || hasCue(tokens, at - 1, "after") || partBefore(tokens, at).part !== undefined;
  // «дня» in "2 дня" counts days, in "в 2 дня" it is the afternoon.
  const isPart = wordAt(tokens, at + 1).part !== undefined && isLed;
  if (unit !== undefined && unit !== "hour" && !isPart) return null;
  const isCase = token?.kind === "number" && token.suffix === "case";
  const isAblative = token?.kind === "number" && token.isAblative;
  const minute = tokens[at + 2];
  if (unit === "hour") {
    // "2 часа" alone is a length.
    const hasMinutes = minute?.kind === "number" && minute.value < 60 && minute.suffix === null;
    const next = hasMinutes ? (wordAt(tokens, at + 3).unit === "minute" ? at + 4 : at + 3) : at + 2;
    const isBesideDay =
      isDayBefore(tokens, at) || readDays(tokens, isMark(tokens, next, "comma") ? next + 1 : next) !== null;
    if (!isLed && wordAt(tokens, at + 2).part === undefined && !(hour > 4 && isBesideDay)) return null;
    return { minutes: hour * 60 + (hasMinutes ? minute.value : 0), certainty: "sure", isAblative, next };
  }
  // In words an hour needs something that says so.
  if (inWords !== undefined && !isLed && wordAt(tokens, at + 1).part === undefined) return null;
  const certainty = isCase && isLed ? "sure" : isCase || isLed ? "led" : "bare";
  return { minutes: hour * 60, certainty, isAblative, next: at + 1 };
}

/** "9 декабря 14 часов", "с 10 часов" */
function isDayBefore(tokens: readonly Token[], at: number): boolean {
  const before = isMark(tokens, at - 1, "comma") ? at - 2 : at - 1;
  const { month, weekday, inDays, unit } = wordAt(tokens, before);
  return (
    (month ?? weekday ?? inDays) !== undefined ||
    unit === "year" ||
    tokens[before]?.kind === "date" ||
    hasCue(tokens, at - 1, "from", "until")
  );
}

/** "кичке 7дә", "вечером в 7" */
function partBefore(tokens: readonly Token[], at: number): { part?: PartOfDay; half?: "am" | "pm" } {
  const { part, isTonight, unit } = wordAt(tokens, isLedToHour(tokens, at) ? at - 2 : at - 1);
  // "через 3 дня в 10": those are days.
  return part === undefined || unit === "day" || (isTonight && !isLedToHour(tokens, at)) ? {} : { part };
}

/** "7 вечера" is p.m., "12 дня" noon, "12 ночи" the midnight behind that day. */
function inHalf(minutes: number, part?: PartOfDay, half?: "am" | "pm"): number {
  if (half !== undefined) return minutes > noon + 59 ? minutes : (minutes % noon) + (half === "pm" ? noon : 0);
  if (part === "night") {
    return minutes >= noon && minutes < noon + 60
      ? minutes + noon
      : minutes >= 6 * 60 && minutes < noon
        ? minutes + noon
        : minutes;
  }
  return (part === "afternoon" || part === "evening") && minutes < noon ? minutes + noon : minutes;
}

/** Minutes per unit of a length. */
const minutesOf = { minute: 1, hour: 60, day, week: 7 * day } as const;

/** A length said at a place: "90 минут", "2 часа 30 минут", "час", "half an hour", "бер атна". */
export function readLength(
  tokens: readonly Token[],
  at: number,
): { minutes: number; isDays: boolean; next: number } | null {
  const token = tokens[at];
  const word = wordAt(tokens, at);
  if (word.length !== undefined) return { minutes: word.length, isDays: false, next: at + 1 };
  const amount = token?.kind === "number" ? token.value : word.number;
  const unitAt = amount === undefined ? at : at + 1;
  const { unit } = wordAt(tokens, unitAt);
  if (unit === undefined || unit === "month" || unit === "year" || unit === "lesson") return null;
  const minutes = Math.round((amount ?? 1) * minutesOf[unit]);
  const more = unit === "hour" && tokens[unitAt + 1]?.kind === "number" ? readLength(tokens, unitAt + 1) : null;
  const rest = more !== null && !more.isDays && more.minutes < 60 ? more : null;
  return {
    minutes: minutes + (rest?.minutes ?? 0),
    isDays: unit === "day" || unit === "week",
    next: rest?.next ?? unitAt + 1,
  };
}

/** Hours without an end of their own end after a length in minutes, if any was said. */
export const withLength = (hours: Hours, length: number | null): Hours =>
  hours.until !== null || length === null ? hours : { from: hours.from, until: (hours.from + length) % day };
