import { DateTime } from "luxon";
import { type Day, type Reading, resolveDay, todayOf } from "../days.ts";
import type { Span } from "../span.ts";
import { readDays } from "../statement/read-days.ts";
import { hasCue, isAnd, isJoint, isMark, spanOf, type Token, tokenise, wordAt } from "../tokens.ts";

/** A stretch of days, ISO dates, both of them in it. */
export interface DaySpan {
  first: string;
  last: string;
}

/** `unused`: where words stand that nothing was made of; they are to be asked about. */
export type ParsedDays =
  | ({ kind: "days"; unused: Span[] } & DaySpan)
  /** `nothing`: no day was found, or more than two; `day`: there is no such day; `ambiguous`: "5/12"; `order`: the end comes first. */
  | { kind: "unclear"; what: "nothing" | "day" | "ambiguous" | "order"; unused: Span[] };

/** A day, a month or a year as it was said; a part that is null was not. */
interface Piece {
  day: number | null;
  month: number | null;
  year: number | null;
}

/**
 * Reads a stretch of days that somebody types: "с 1 по 15 ноября", "01.09.2025 – 31.05.2026", "сентябрь–ноябрь", "2026 ел",
 * "5 December". Where no year was said, `lies` tells which one is meant: the last that has begun by today, or the next that is
 * not over. The caller bounds the length of the text.
 */
export function parseDays(text: string, reading: Reading, lies: "back" | "ahead"): ParsedDays {
  const { pieces, unused, isAmbiguous } = readPieces(tokenise(text), reading);
  const unclear = (what: "nothing" | "day" | "ambiguous" | "order") => ({ kind: "unclear", what, unused }) as const;
  if (isAmbiguous) return unclear("ambiguous");
  const [one, other = one] = pieces;
  if (one === undefined || other === undefined || pieces.length > 2) return unclear("nothing");
  const today = todayOf(reading);
  const year = Number(today.slice(0, 4));
  const said = other.year !== null ? other : { ...other, year };
  const meant =
    other.year !== null || isWellPlaced(one, said, today, lies) ? said : { ...other, year: year + shift[lies] };
  const first = beginningOf(one, meant);
  const last = boundsOf(meant)?.last;
  if (last === undefined || first === null) return unclear("day");
  return first > last ? unclear("order") : { kind: "days", first, last, unused };
}

/** What becomes of this year where it lies on the wrong side of today. */
const shift = { back: -1, ahead: 1 } as const;

function isWellPlaced(one: Piece, end: Piece, today: string, lies: "back" | "ahead"): boolean {
  if (lies === "back") return (beginningOf(one, end) ?? "") <= today;
  return (boundsOf(end)?.last ?? today) >= today;
}

/** The first day of the beginning, in the year of the end; in the one before it where its month comes later in the year. */
function beginningOf(one: Piece, end: Piece): string | null {
  const isBefore = one.year === null && one.month !== null && end.month !== null && one.month > end.month;
  const year = one.year ?? (isBefore ? (end.year ?? 0) - 1 : end.year);
  return boundsOf({ ...one, year })?.first ?? null;
}

/** The first and the last day of a piece whose year is known; undefined for a day that does not exist. */
function boundsOf({ day, month, year }: Piece): DaySpan | undefined {
  const from = DateTime.fromObject({ year: year ?? 0, month: month ?? 1, day: day ?? 1 }, { zone: "utc" });
  if (!from.isValid) return undefined;
  const until = day !== null ? from : from.endOf(month === null ? "year" : "month");
  return { first: from.toISODate(), last: until.toISODate() };
}

function readPieces(tokens: readonly Token[], reading: Reading) {
  const pieces: Piece[] = [];
  const unused: Span[] = [];
  let isAmbiguous = false;
  for (let at = 0; at < tokens.length; ) {
    const days = readDays(tokens, at);
    const whole = days === null ? readWhole(tokens, at) : null;
    if (days !== null) {
      isAmbiguous ||= days.days.some((day) => day.kind === "date" && day.isAmbiguous);
      pieces.push(...days.days.map((day) => pieceOf(day, reading)));
      at = days.next;
    } else if (whole !== null) {
      pieces.push(whole.piece);
      at = whole.next;
    } else {
      const isSaid = isJoint(tokens, at) || isAnd(tokens, at) || isMark(tokens, at, "comma");
      if (!isSaid && tokens[at]?.kind !== "mark" && !isFiller(tokens, at)) unused.push(spanOf(tokens, at, at + 1));
      at += 1;
    }
  }
  return { pieces, unused, isAmbiguous };
}

/** "За октябрь", "for October". */
const leading = new Set(["за", "for", "өчен"]);

const isFiller = (tokens: readonly Token[], at: number): boolean =>
  isLeading(tokens[at]) ||
  hasCue(tokens, at, "from", "until", "on", "at", "upTo", "filler", "courtesy") ||
  wordAt(tokens, at).unit === "year" ||
  wordAt(tokens, at).unit === "month";

const isLeading = (token: Token | undefined): boolean => token?.kind === "word" && leading.has(token.folded);

function pieceOf(day: Day, reading: Reading): Piece {
  if (day.kind === "date") return { day: day.day, month: day.month, year: day.year };
  if (day.kind === "end" && typeof day.of === "object") return { day: null, ...day.of };
  const [year = 0, month = 0, date = 0] = (resolveDay(day, reading) ?? "").split("-").map(Number);
  return { day: date, month, year };
}

/** "ноябрь 2026", "November", "2026": a month or a year as a whole. */
function readWhole(tokens: readonly Token[], at: number): { piece: Piece; next: number } | null {
  const year = yearAt(tokens, at);
  if (year !== null) return { piece: { day: null, month: null, year }, next: at + 1 };
  const { month } = wordAt(tokens, at);
  if (month === undefined) return null;
  const said = yearAt(tokens, at + 1);
  return { piece: { day: null, month, year: said }, next: said === null ? at + 1 : at + 2 };
}

function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" && token.value >= 2000 && token.value < 2100 ? token.value : null;
}
