import { addDays, type Reading, resolveDay } from "../when/days.ts";
import { readHours } from "../when/hours.ts";
import type { Span } from "../when/span.ts";
import { readDays } from "../when/statement/read-days.ts";
import { hasCue, isMark, spanOf, type Token, tokenise, wordAt } from "../when/tokens.ts";
import { isAblative } from "../when/vocabulary.ts";
import { readWeekdays } from "../when/weekdays.ts";
import { findOpeningWord } from "./lexicon.ts";
import type { OpenSpan } from "./opening-hours.ts";

/** Days of which hours are said. */
export type OpeningDays =
  /** ISO weekdays. `isWeekend`: said by a word that may be "days off" as well. */
  | { kind: "weekdays"; weekdays: number[]; isWeekend: boolean }
  | { kind: "holidays" }
  /** ISO dates, both included. */
  | { kind: "dates"; first: string; last: string };

/** What is said of days. */
export type OpeningValue =
  | { kind: "hours"; span: OpenSpan }
  | { kind: "closed" }
  /** Minutes after midnight at which the usual hours end, or begin, on those days. */
  | { kind: "until" | "from"; minutes: number };

/** Something said of opening hours, in the order of the text. */
export type OpeningItem = OpeningDays | OpeningValue | { kind: "break"; span: OpenSpan } | { kind: "except" | "apart" };

/** `unused`: where words stand that nothing was made of. `isUnknownDay`: a date does not exist, or may be two. */
export interface Scanned {
  said: OpeningItem[];
  unused: Span[];
  isUnknownDay: boolean;
}

const day = 24 * 60;
const wholeDay: OpenSpan = { from: 0, until: day };
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Takes a text about opening hours apart. */
export function scanOpening(text: string, reading: Reading): Scanned {
  const tokens = tokenise(text);
  const scanned: Scanned = { said: [], unused: [], isUnknownDay: false };
  for (let at = 0; at < tokens.length; ) {
    const next =
      takeWord(scanned, tokens, at) ??
      takeAlways(scanned, text, tokens, at) ??
      takeDates(scanned, tokens, at, reading) ??
      takeDays(scanned, tokens, at) ??
      takeHours(scanned, tokens, at) ??
      takeSmall(scanned, tokens, at);
    if (next === null) scanned.unused.push(spanOf(tokens, at, at + 1));
    at = next ?? at + 1;
  }
  return scanned;
}

function takeWord({ said, unused }: Scanned, tokens: readonly Token[], at: number): number | null {
  const folded: string[] = [];
  const borders: number[] = [];
  for (let index = at; index < at + 4; index += 1) {
    const token = tokens[index];
    if (token?.kind !== "word") break;
    folded.push(...token.folded.split(" "));
    borders.push(folded.length);
  }
  const found = findOpeningWord(folded);
  const last = found === null ? -1 : borders.indexOf(found.length);
  if (found === null || last < 0) return null;
  const next = at + last + 1;
  switch (found.word) {
    case "closed":
      said.push({ kind: "closed" });
      return next;
    case "always":
      said.push({ kind: "hours", span: wholeDay });
      return next;
    case "no days off":
      said.push({ kind: "weekdays", weekdays: everyDay, isWeekend: false });
      return next;
    case "break":
      return takeBreak({ said, unused }, tokens, next) ?? null;
    case "no break":
    case "filler":
      return next;
  }
}

/** The hours of a break, which stand behind its name; null where they do not. */
function takeBreak({ said }: Pick<Scanned, "said" | "unused">, tokens: readonly Token[], at: number): number | null {
  let start = at;
  while (isMark(tokens, start, "dash") || hasCue(tokens, start, "from", "at")) start += 1;
  const read = readRange(tokens, start);
  if (read === null) return null;
  said.push({ kind: "break", span: read.span });
  return read.next;
}

/** "24/7", "24 часа" */
function takeAlways({ said }: Scanned, text: string, tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const isWhole = text.slice(token.start, token.end) === "24/7";
  const isInHours = token.kind === "number" && token.value === 24 && wordAt(tokens, at + 1).unit === "hour";
  if (!isWhole && !isInHours) return null;
  if (isWhole) said.push({ kind: "weekdays", weekdays: everyDay, isWeekend: false });
  said.push({ kind: "hours", span: wholeDay });
  return isWhole ? at + 1 : at + 2;
}

function takeDates(scanned: Scanned, tokens: readonly Token[], at: number, reading: Reading): number | null {
  const start = hasCue(tokens, at, "from", "on", "at") ? at + 1 : at;
  // "10–18, 1 января": the first two are hours; "1–8 января" are days.
  const hours = readRange(tokens, start);
  if (hours !== null && wordAt(tokens, hours.next).month === undefined) return null;
  const read = readDays(tokens, start);
  if (read === null) return null;
  const dates: string[] = [];
  for (const said of read.days) {
    const date = said.kind === "date" && said.isAmbiguous ? null : resolveDay(said, reading, dates[0]);
    if (date === null) scanned.isUnknownDay = true;
    else dates.push(date);
  }
  const [first, last] = [dates[0], dates.at(-1)];
  if (read.isRange && first !== undefined && last !== undefined) {
    if (last < first || last > addDays(first, 370)) scanned.isUnknownDay = true;
    else scanned.said.push({ kind: "dates", first, last });
  } else for (const date of dates) scanned.said.push({ kind: "dates", first: date, last: date });
  return read.next;
}

function takeDays({ said }: Scanned, tokens: readonly Token[], at: number): number | null {
  let start = at;
  while (hasCue(tokens, start, "on", "from", "at", "filler", "courtesy") && wordAt(tokens, start).weekday === undefined)
    start += 1;
  if (hasCue(tokens, start, "holiday") && !hasCue(tokens, start, "new year")) {
    said.push({ kind: "holidays" });
    return wordAt(tokens, start + 1).unit === "day" ? start + 2 : start + 1;
  }
  const isWeekend = hasCue(tokens, start, "weekend");
  const read = readSpanInTatar(tokens, start) ?? readWeekdays(tokens, start);
  if (read === null) return null;
  said.push({ kind: "weekdays", weekdays: read.weekdays, isWeekend });
  return read.next;
}

/** «сишәмбедән якшәмбегә кадәр» */
function readSpanInTatar(tokens: readonly Token[], at: number): { weekdays: number[]; next: number } | null {
  const token = tokens[at];
  const [first, last] = [wordAt(tokens, at).weekday, wordAt(tokens, at + 1).weekday];
  if (token?.kind !== "word" || first === undefined || last === undefined) return null;
  if (!isAblative(token.folded) || !hasCue(tokens, at + 2, "upTo")) return null;
  const length = (last - first + 7) % 7;
  return { weekdays: Array.from({ length: length + 1 }, (_, index) => ((first - 1 + index) % 7) + 1), next: at + 3 };
}

function takeHours({ said }: Scanned, tokens: readonly Token[], at: number): number | null {
  const isFrom = hasCue(tokens, at, "from");
  const isUntil = !isFrom && hasCue(tokens, at, "until", "before");
  const isLed = isFrom || isUntil || hasCue(tokens, at, "at");
  const start = isLed ? at + 1 : at;
  const range = isUntil ? null : readRange(tokens, start);
  if (range !== null) {
    said.push({ kind: "hours", span: range.span });
    return range.next;
  }
  const read = readHours(tokens, start);
  if (read === null || read.hours.until !== null) return null;
  const minutes = read.hours.from;
  if (isUntil || hasCue(tokens, read.next, "upTo")) {
    said.push({ kind: "until", minutes });
    return isUntil ? read.next : read.next + 1;
  }
  const token = tokens[read.next - 1];
  const isBehind = hasCue(tokens, read.next, "from") && token?.kind !== "word";
  if (!isFrom && !isBehind) return null;
  said.push({ kind: "from", minutes: minutes % day });
  return isBehind ? read.next + 1 : read.next;
}

/** Hours with both ends; an end at or before the beginning is on the day after. */
function readRange(tokens: readonly Token[], at: number): { span: OpenSpan; next: number } | null {
  // "10–18, 31 December": hours end at a comma, or the second figure would be taken for a day.
  const comma = tokens.findIndex((token, index) => index >= at && token.kind === "mark" && token.mark !== "dash");
  const read = readHours(comma < 0 ? tokens : tokens.slice(0, comma), at);
  if (read === null || read.hours.until === null) return null;
  const from = read.hours.from % day;
  const { until } = read.hours;
  return { span: { from, until: until <= from ? until + day : until }, next: read.next };
}

/** Signs between, and small words that say nothing alone. */
function takeSmall({ said }: Scanned, tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.kind === "mark") return at + 1;
  if (hasCue(tokens, at, "and")) return at + 1;
  if (hasCue(tokens, at, "except")) {
    said.push({ kind: "except" });
    return at + 1;
  }
  if (hasCue(tokens, at, "apart")) {
    said.push({ kind: "apart" });
    return at + 1;
  }
  return null;
}
