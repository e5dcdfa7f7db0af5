import { readTime } from "./hours/read-time.ts";
import { type Certainty, day, noon, type Time } from "./hours/time.ts";
import { readDays } from "./statement/read-days.ts";
import { hasCue, isAnd, isJoint, type Token, wordAt } from "./tokens.ts";

/**
 * A time of day on the wall, in minutes after midnight; an end at or before the start is on the next day. A start at 1440
 * is the midnight at the end of the day.
 */
export interface Hours {
  from: number;
  /** Null: nobody said. */
  until: number | null;
}

/** Hours at a place among tokens, and where reading goes on. */
export interface ReadHours {
  hours: Hours;
  certainty: Certainty;
  /** Of which half of the day they are; not by «в 7», "from 3 to 5". */
  isHalfSaid: boolean;
  next: number;
}

/** A day has no more of one thing. */
const mostShowings = 20;

/** The hours said at a place: "10:00–11:30", "в 19", "7–9 pm", "кичке 7дә", "в полдень"; null when it says none. */
export function readHours(tokens: readonly Token[], at: number): ReadHours | null {
  const first = readTime(tokens, at);
  if (first === null) return null;
  const isJoined = isJoint(tokens, first.next);
  const lastAt = isJoined ? first.next + 1 : first.next;
  // "19:00 until 12 December": a day, not an hour.
  const last = readDays(tokens, lastAt) === null || isHourBeforeEnd(tokens, lastAt) ? readTime(tokens, lastAt) : null;
  const isRange = last !== null && (isJoined || (first.isAblative && hasCue(tokens, last.next, "upTo")));
  if (!isRange) {
    const { certainty, isHalfSaid } = first;
    return { hours: { from: first.minutes, until: null }, certainty, isHalfSaid, next: first.next };
  }
  const next = hasCue(tokens, last.next, "upTo") ? last.next + 1 : last.next;
  const hours = betweenEnds(first, last);
  const isHalfSaid = first.isHalfSaid || last.isHalfSaid;
  return { hours, certainty: certaintyOfRange(tokens, at, first, last), isHalfSaid, next };
}

/** "7–9 pm": both are. */
export function betweenEnds(first: Pick<Time, "minutes">, last: Pick<Time, "minutes" | "isEvening">): Hours {
  const from = last.isEvening && first.minutes < noon && first.minutes + noon < last.minutes ? noon : 0;
  return { from: first.minutes + from, until: last.minutes % day };
}

/** What begins before it is not in the morning, unless somebody says so. */
const earliest = 8 * 60;

/**
 * The hours meant of something that is on: «в 7» is in the evening, "from 3 to 5" in the afternoon, «с 6 до 22» as it stands.
 * Those of a house, and of somebody's quiet, are as they were said.
 */
export function hoursOfShowing({ hours, isHalfSaid }: Pick<ReadHours, "hours" | "isHalfSaid">): Hours {
  const { from, until } = hours;
  if (isHalfSaid) return hours;
  // "From 12 to 3" and «с 10 до 6» end in the afternoon.
  if (until !== null && from >= earliest && from < noon + 60 && until < earliest) return { from, until: until + noon };
  const isMorning = from < earliest && (until === null || (from < until && until < noon));
  return isMorning ? { from: from + noon, until: until === null ? null : until + noon } : hours;
}

/** «с 10 до 18 до 20 декабря»: the number before the second "until" is an hour. */
const isHourBeforeEnd = (tokens: readonly Token[], at: number): boolean =>
  isJoint(tokens, at - 1) && tokens[at]?.kind === "number" && hasCue(tokens, at + 1, "until");

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
