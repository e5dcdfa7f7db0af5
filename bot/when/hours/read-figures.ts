import { clockOf } from "../figures.ts";
import { isLedToHour } from "../statement/read-numbers.ts";
import { isJoint, isMark, type Token, wordAt } from "../tokens.ts";
import { isBehindDay, isDayBefore } from "./beside.ts";
import type { Bare } from "./time.ts";

/** The hour and minute that figures say: "10:00", "в 10.10", "18-30", and behind a day "18 30", "1830". */
export const readFigures = (tokens: readonly Token[], at: number): Bare | null =>
  readClock(tokens, at) ?? readHyphened(tokens, at) ?? readSpaced(tokens, at) ?? readGlued(tokens, at);

function readClock(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at];
  if (token?.kind === "clock") {
    const certainty = token.sign === "." && !token.isLocative ? (isLedToHour(tokens, at) ? "sure" : "point") : "sure";
    // "15:00 сәгатьтә"
    const next = wordAt(tokens, at + 1).unit === "hour" ? at + 2 : at + 1;
    return { minutes: token.minutes, certainty, isHalfSaid: true, isAblative: token.isAblative, next };
  }
  // "в 10.10" is no day.
  if (token?.kind !== "date" || token.clock === null || token.clock % 5 !== 0 || !isLedToHour(tokens, at)) return null;
  return { minutes: token.clock, certainty: "sure", isHalfSaid: true, isAblative: token.isAblative, next: at + 1 };
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
    certainty: isLedToHour(tokens, at) || isRightBehindDay(tokens, at) ? "sure" : "led",
    isHalfSaid: true,
    isAblative,
    next: at + 3,
  };
}

/** Behind a day, or with nothing else on its line or before another end: «3 дек. (чт), 18-30 – 20-30». */
const isRightBehindDay = (tokens: readonly Token[], at: number): boolean => {
  const before = isMark(tokens, at - 1, "comma") ? at - 2 : at - 1;
  const { month, weekday } = wordAt(tokens, before);
  return tokens[before]?.kind === "date" || (month ?? weekday) !== undefined || isMark(tokens, at - 1, "break");
};

/** "18 30" behind a day or a word that leads to an hour: two figures of minutes, with which the text or its part ends. */
function readSpaced(tokens: readonly Token[], at: number): Bare | null {
  const [hour, minute] = [tokens[at], tokens[at + 1]];
  if (hour?.kind !== "number" || minute?.kind !== "number" || hour.suffix !== null || hour.end - hour.start > 2)
    return null;
  const isPair =
    minute.start - hour.end === 1 && (minute.suffix === null ? minute.end - minute.start === 2 : minute.value > 9);
  const isLed = isLedToHour(tokens, at) || isDayBefore(tokens, at) || isJoint(tokens, at - 1);
  const minutes = clockOf(String(hour.value), String(minute.value));
  if (!isPair || !isLed || minutes === null || minutes % 5 !== 0 || !isEndOfHour(tokens, at + 2)) return null;
  return { minutes, certainty: "sure", isHalfSaid: true, isAblative: minute.isAblative, next: at + 2 };
}

/** "завтра 1830": four figures behind a day; elsewhere they are a year. */
function readGlued(tokens: readonly Token[], at: number): Bare | null {
  const token = tokens[at];
  if (token?.kind !== "number" || token.value > 2400 || !Number.isInteger(token.value)) return null;
  const isFour = token.suffix === null ? token.end - token.start === 4 : token.value >= 1000;
  if (!isFour || !isBehindDay(tokens, at) || !isEndOfHour(tokens, at + 1)) return null;
  const minutes = clockOf(String(Math.floor(token.value / 100)), String(token.value % 100));
  return minutes === null || minutes % 5 !== 0
    ? null
    : { minutes, certainty: "led", isHalfSaid: true, isAblative: token.isAblative, next: at + 1 };
}

/** Behind minutes stands nothing that they could count or be a day of: "18 30 мест", "5 10 декабря". */
function isEndOfHour(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === "mark") return true;
  const { month, unit, weekday, inDays, part, half, cues } = wordAt(tokens, at);
  if (month !== undefined || unit !== undefined) return false;
  return (weekday ?? inDays ?? part ?? half) !== undefined || cues.size > 0;
}
