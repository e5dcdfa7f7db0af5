import { readTime } from "./hours/read-time.ts";
import { noon, type Time } from "./hours/time.ts";
import { betweenEnds, type Hours, hoursOfShowing } from "./hours.ts";
import { hasCue, isJoint, numberAt, type Token, wordAt } from "./tokens.ts";
import { isAblative } from "./vocabulary.ts";

/** An end of a span: with words or signs of an hour, or a bare number that only the other end makes one. */
interface End extends Omit<Time, "certainty"> {
  isBare: boolean;
  isFigure: boolean;
}

/** "Children from 3 to 7" are ages; nothing that people go to begins so early that this is lost. */
const earliestBare = 8 * 60;

/**
 * The hours of a search within which something is to begin: "between 12 and 3", «с двенадцати до трёх», «12 белән 15 арасында»,
 * «алтыдан тугызга кадәр». Two bare numbers are hours here, as long as they count nothing: dates, years and ages do.
 */
export function readSpan(tokens: readonly Token[], at: number): { hours: Hours; next: number } | null {
  const isBetween = hasCue(tokens, at, "between");
  const isFrom = !isBetween && hasCue(tokens, at, "from");
  const first = readEnd(tokens, isBetween || isFrom ? at + 1 : at);
  if (first === null) return null;
  const isAnd = hasCue(tokens, first.next, "and");
  if (!isAnd && !isJoint(tokens, first.next) && !first.isAblative) return null;
  const last = readEnd(tokens, isAnd || isJoint(tokens, first.next) ? first.next + 1 : first.next);
  if (last === null) return null;
  const isUpTo = hasCue(tokens, last.next, "upTo", "between");
  const isLed = isBetween || hasCue(tokens, last.next, "between");
  const isRange = isJoint(tokens, first.next) || (first.isAblative && isUpTo);
  // «В 12 и 15» are two hours, and "12-15" may be anything.
  if (isAnd ? !isLed : !isRange) return null;
  const isSaid = !first.isBare || !last.isBare;
  // «С 10 по 15» are days.
  const isOfDays = hasCue(tokens, first.next, "on") || (first.isFigure && first.minutes < earliestBare);
  if (!isLed && !isSaid && (isOfDays || !(isFrom || first.isAblative))) return null;
  const next = isUpTo ? last.next + 1 : last.next;
  if (isCounted(tokens, next)) return null;
  // "Noon till four" is said of one end.
  const isHalfSaid = last.isHalfSaid || (first.isHalfSaid && first.minutes < noon);
  return { hours: hoursOfShowing({ hours: betweenEnds(first, last), isHalfSaid }), next };
}

function readEnd(tokens: readonly Token[], at: number): End | null {
  const time = readTime(tokens, at);
  const token = tokens[at];
  const isFigure = token?.kind === "number";
  if (time !== null) return { ...time, isBare: time.certainty === "bare" || time.certainty === "led", isFigure };
  const hour = numberAt(tokens, at);
  if (hour === null || hour < 1 || hour > 24 || !Number.isInteger(hour)) return null;
  if (token?.kind === "number" && token.suffix === "ordinal") return null;
  const isFrom = token?.kind === "number" ? token.isAblative : token?.kind === "word" && isAblative(token.folded);
  return {
    minutes: hour * 60,
    isBare: true,
    isHalfSaid: false,
    isEvening: false,
    isAblative: isFrom,
    isFigure,
    next: at + 1,
  };
}

/** "Between 5 and 10 December", «с 8 до 12 лет»: they are days, or years. */
const isCounted = (tokens: readonly Token[], at: number): boolean => {
  const { unit, month } = wordAt(tokens, at);
  return month !== undefined || (unit !== undefined && unit !== "hour") || tokens[at]?.kind === "other";
};
