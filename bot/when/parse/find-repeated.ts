import { addDays, type Reading, todayOf } from "../days.ts";
import { expandRecurrence } from "../expand.ts";
import { mostDates, type Recurrence } from "../recurrence.ts";
import type { Found, Span } from "../span.ts";
import { readStatement } from "../statement/read-statement.ts";
import type { Token } from "../tokens.ts";
import { findDaysAndHours } from "./find-days.ts";
import { isOpenThroughout, midnight, type ParsedDate } from "./parse-dates.ts";
import { recurrenceOf } from "./parse-recurrence.ts";

/** More lines than one text has that tell of what repeats. */
const mostRepeated = 20;
/** Weekdays on which a museum is open at least. */
const openDays = 5;

/** The tokens of each line, with the sign that ends it. */
export function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]];
  for (const token of tokens) {
    lines.at(-1)?.push(token);
    if (token.kind === "mark" && token.mark === "break") lines.push([]);
  }
  return lines;
}

/** A weekday, "every", "daily": without one of them nothing repeats, and most lines of a poster have none. */
const mayRepeat = (token: Token): boolean =>
  token.kind === "word" && (token.word.weekday !== undefined || repeating.some((cue) => token.word.cues.has(cue)));
const repeating = ["every", "daily", "workdays", "weekend"] as const;

/** What repeats in a text. */
export interface Repeated {
  found: Found<ParsedDate>[];
  lines: Token[][];
  /** Where it is said to be open until a day, and not since when. */
  openUntil: Span[];
}

/** The dates of what repeats in the lines of a text, and of what is open on most days of a week. */
export function findRepeated(lines: readonly Token[][], reading: Reading): Repeated {
  const found: Found<ParsedDate>[] = [];
  const openUntil: Span[] = [];
  const taken: Token[][] = [];
  for (const line of lines) {
    if (taken.length === mostRepeated) break;
    if (!line.some(mayRepeat)) continue;
    const said = readStatement(line);
    if (!said.isRepeated || said.weekdays.size === 0) continue;
    const read = recurrenceOf(said, { ...reading, most: mostDates });
    if (typeof read === "string" || read.kind === "dates") continue;
    const at = firstOfUsed(line, said.unused);
    const open = openSpan(read, reading);
    if (open !== null) {
      const begins = said.dates.some(({ role, isRange }) => role === "from" || isRange);
      const earlier = begins ? null : lastDayBefore(lines.slice(0, lines.indexOf(line)), reading);
      const startsAt = begins ? open.startsAt : midnight(earlier ?? todayOf(reading), reading);
      if (!begins && earlier === null) openUntil.push(at);
      found.push({ value: { ...open, startsAt }, at });
      taken.push(line);
      continue;
    }
    const expanded = expandRecurrence(read, reading.zone);
    found.push(...expanded.map(({ startsAt, endsAt }) => ({ value: { startsAt, endsAt, hasStartTime: true }, at })));
    taken.push(line);
  }
  return { found, lines: taken, openUntil };
}

/** The last single day that lines name, as the opening of an exhibition. */
function lastDayBefore(lines: readonly Token[][], reading: Reading): string | null {
  const { days } = findDaysAndHours(lines.flat(), reading);
  const named = days.findLast(({ value }) => value.days.length === 1 && !value.isEnd && !value.isContradicted);
  return named?.value.days[0] ?? null;
}

/** Open on most days of the week, as an exhibition is: its days, whatever the hours and the day when it is closed. */
function openSpan(read: Extract<Recurrence, { kind: "weekly" }>, reading: Reading): ParsedDate | null {
  const { byDay, start, until, interval } = read;
  const isMost = new Set(byDay.map(({ weekday }) => weekday)).size >= openDays && interval === 1;
  if (until === null || !isMost || !isOpenThroughout([start, until], byDay) || byDay.some((one) => one.until === null))
    return null;
  return { startsAt: midnight(start, reading), endsAt: midnight(addDays(until, 1), reading), hasStartTime: false };
}

/** From the first word of a line that says when to the last: what stands around them is about other things. */
export function spanOfUsed(line: readonly Token[], unused: readonly Span[]): Span {
  const used = line.filter(
    (token) => token.kind !== "mark" && !unused.some(({ start, end }) => token.start < end && start < token.end),
  );
  return { start: used[0]?.start ?? line[0]?.start ?? 0, end: used.at(-1)?.end ?? line.at(-1)?.end ?? 0 };
}

/** Words about other things between what says when part it. */
const mostBetween = 3;

/** The same up to where others follow: «Выставка открыта до 5 мая! Куратор – … . Ежедневно 11–19» tells of two things. */
function firstOfUsed(line: readonly Token[], unused: readonly Span[]): Span {
  const { start, end } = spanOfUsed(line, unused);
  const inside = unused.filter((one) => one.start > start && one.end < end);
  const far = inside.findIndex((_, index) => {
    const run = inside.slice(index, index + mostBetween + 1);
    const words = line.filter(
      (token) => token.kind !== "mark" && token.start >= (run[0]?.start ?? 0) && token.end <= (run.at(-1)?.end ?? 0),
    );
    return run.length > mostBetween && words.length === run.length;
  });
  if (far < 0) return { start, end };
  const before = line.filter((token) => token.kind !== "mark" && token.end <= (inside[far]?.start ?? 0)).at(-1);
  return { start, end: before?.end ?? end };
}
