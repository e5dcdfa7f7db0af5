import { addDays, type Reading, todayOf } from "../days.ts";
import { expandRecurrence } from "../expand.ts";
import { mostDates as mostOfSeries, type Recurrence } from "../recurrence.ts";
import type { Found, Span } from "../span.ts";
import { readStatement } from "../statement/read-statement.ts";
import { type Token, tokenise } from "../tokens.ts";
import { type FoundDays, type FoundHours, findDaysAndHours } from "./find-days.ts";
import { daysBetween, isOpenThroughout, midnight, onDay, type ParsedDate } from "./parse-dates.ts";
import { recurrenceOf } from "./parse-recurrence.ts";

/** More dates than one text tells of, and more lines that tell of what repeats. */
const mostDates = 100;
const mostRepeated = 20;
/** Weekdays on which a museum is open at least. */
const openDays = 5;
/** An hour belongs to a day that stands so near, in characters. */
const near = 80;

/** What a text says of when its event is. */
export interface FoundDates {
  dates: Found<ParsedDate>[];
  /**
   * What has to be asked. `weekday`: days that were left out, since the weekday beside them is another one; `start`: it is on until
   * a day, and nobody says since when. Today is taken where it is said to be on view, else the day is left out.
   */
  doubts: Found<"weekday" | "start">[];
}

/**
 * Finds the dates that a poster names, in order, each once: single days, ranges, and what repeats ("каждую пятницу в
 * 19:00"). The caller bounds the length of the text.
 */
export const findDates = (text: string, reading: Reading): Found<ParsedDate>[] => findDoubted(text, reading).dates;

/** The same with what is doubtful in it. */
export function findDoubted(text: string, reading: Reading): FoundDates {
  const lines = linesOf(tokenise(text));
  const repeated = findRepeated(lines, reading);
  const others = lines.filter((line) => !repeated.lines.includes(line)).flat();
  const { days: all, hours } = findDaysAndHours(others, reading);
  const days = all.filter(({ value }) => !value.isContradicted && !value.isEnd);
  const ends = all.filter(({ value }) => value.isEnd && !value.isContradicted);
  const spans = ends.map((end) => spanUntil(end, days, text, reading));
  // Since when it is on is no date of its own, an opening is one.
  const begins = new Set(spans.flatMap(({ since }) => (since?.value.isBegin ? [since] : [])));
  const single = days.flatMap((found) => {
    if (begins.has(found)) return [];
    const index = all.indexOf(found);
    const space = { start: all[index - 1]?.at.end ?? 0, end: all[index + 1]?.at.start ?? text.length };
    return datesOf(found, hoursFor(found.at, space, hours, text), reading);
  });
  const found = [...repeated.found, ...single, ...spans.flatMap(({ date }) => date ?? [])];
  return {
    dates: upcoming(found, reading.now).slice(0, mostDates),
    doubts: [
      ...all.flatMap(({ value, at }) => (value.isContradicted ? [{ value: "weekday" as const, at }] : [])),
      ...[...repeated.openUntil, ...ends.filter((_, index) => spans[index]?.isDoubted).map(({ at }) => at)].map(
        (at) => ({
          value: "start" as const,
          at,
        }),
      ),
    ],
  };
}

/** Words that say that something is on already. */
const onView =
  /(?<!\p{L})(?:работает|работают|открыт[аоы]?|действует|длится|продолжается|идёт|идет|можно (?:увидеть|посмотреть|посетить)|on (?:view|display|show|now)|open(?!ing)|runs?|running|ачык|эшли|дәвам итә|карарга мөмкин)(?!\p{L})/iu;

/** From the last single day that was named before an end to that end; else from today, where it is on already. */
function spanUntil(
  end: Found<FoundDays>,
  days: readonly Found<FoundDays>[],
  text: string,
  reading: Reading,
): { date: Found<ParsedDate> | null; since: Found<FoundDays> | undefined; isDoubted: boolean } {
  const [last = ""] = end.value.days;
  const named = days.findLast(({ value, at }) => at.start < end.at.start && value.days.length === 1 && !value.isRange);
  const line = `${text.slice(text.lastIndexOf("\n", end.at.start) + 1, end.at.end)}${/^.*/u.exec(text.slice(end.at.end))}`;
  const [first] = named?.value.days ?? (onView.test(line) ? [todayOf(reading)] : []);
  if (first === undefined || first > last) return { date: null, since: undefined, isDoubted: true };
  const endsAt = midnight(addDays(last, 1), reading);
  const value = { startsAt: midnight(first, reading), endsAt, hasStartTime: false };
  return { date: { value, at: end.at }, since: named, isDoubted: named === undefined };
}

/** The tokens of each line, with the sign that ends it. */
function linesOf(tokens: readonly Token[]): Token[][] {
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

interface Repeated {
  found: Found<ParsedDate>[];
  lines: Token[][];
  /** Where it is said to be open until a day, and not since when. */
  openUntil: Span[];
}

function findRepeated(lines: readonly Token[][], reading: Reading): Repeated {
  const found: Found<ParsedDate>[] = [];
  const openUntil: Span[] = [];
  const taken: Token[][] = [];
  for (const line of lines) {
    if (taken.length === mostRepeated) break;
    if (!line.some(mayRepeat)) continue;
    const said = readStatement(line);
    if (!said.isRepeated || said.weekdays.size === 0) continue;
    const read = recurrenceOf(said, { ...reading, most: mostOfSeries });
    if (typeof read === "string" || read.kind === "dates") continue;
    const at = spanOfUsed(line, said.unused);
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

/** The hours of a day: those behind it, before it on its line, else the one that the whole text is about. */
function hoursFor(at: Span, space: Span, hours: readonly Found<FoundHours>[], text: string): Found<FoundHours>[] {
  const behind = hours.filter(
    (one) =>
      one.at.start >= at.end && one.at.end <= Math.min(space.end, at.end + near) && !isFar(text, at.end, one.at.start),
  );
  const first = behind.find(({ value }) => value.isStart) ?? behind[0];
  if (first) return together(first, behind, text);
  const before = hours.findLast(
    (one) => one.at.end <= at.start && one.at.start >= space.start && !text.slice(one.at.end, at.start).includes("\n"),
  );
  if (before) return [before];
  const named = hours.filter(({ value }) => value.isStart);
  const candidates = named.length > 0 ? named : hours;
  const [one] = candidates;
  return one && candidates.every(({ value }) => value.from === one.value.from) ? [one] : [];
}

/** An empty line, or two line ends, part a day from an hour. */
const isFar = (text: string, from: number, to: number): boolean =>
  (text.slice(from, to).match(/\n/gu) ?? []).length > 1;

/** "в 12:00 и 15:00" */
function together(first: Found<FoundHours>, all: readonly Found<FoundHours>[], text: string): Found<FoundHours>[] {
  const joined = [first];
  for (const next of all.slice(all.indexOf(first) + 1)) {
    const last = joined.at(-1) ?? first;
    const gap = tokenise(text.slice(last.at.end, next.at.start));
    const isJoined =
      gap.length > 0 &&
      gap.every((token) =>
        token.kind === "mark"
          ? token.mark === "comma"
          : token.kind === "word" && (token.word.cues.has("and") || token.word.cues.has("at")),
      );
    if (!isJoined) break;
    joined.push(next);
  }
  return joined;
}

function datesOf(found: Found<FoundDays>, hours: readonly Found<FoundHours>[], reading: Reading): Found<ParsedDate>[] {
  const { days, isRange } = found.value;
  const values = hours.map(({ value: { from, until } }) => ({ from, until }));
  const end = hours.reduce((last, one) => (isBeside(last, one.at) ? one.at.end : last), found.at.end);
  const at = { start: found.at.start, end };
  if (isRange && isOpenThroughout(days, values)) {
    const [from = "", until = ""] = days;
    const endsAt = midnight(addDays(until, 1), reading);
    return [{ value: { startsAt: midnight(from, reading), endsAt, hasStartTime: false }, at }];
  }
  const each = isRange ? daysBetween(days) : days;
  return each.flatMap((date) => onDay(date, values, reading).map((value) => ({ value, at })));
}

/** "5 декабря в 18:00": only a preposition stands between. */
const isBeside = (end: number, hours: Span): boolean => hours.start >= end && hours.start - end <= 4;

/** Each start once, in order. A year of long ago in the story of a play is no date where there are coming ones. */
function upcoming(found: readonly Found<ParsedDate>[], now: Date): Found<ParsedDate>[] {
  const once = [...new Map(found.map((date) => [date.value.startsAt.getTime(), date])).values()];
  const today = now.getTime() - 86_400_000;
  const coming = once.filter(({ value }) => (value.endsAt ?? value.startsAt).getTime() > today);
  return (coming.length > 0 ? coming : once).sort((a, b) => a.value.startsAt.getTime() - b.value.startsAt.getTime());
}
