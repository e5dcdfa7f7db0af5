import { addDays, type Reading, todayOf, weekdayOf } from "../days.ts";
import { type Found, overlaps, type Span } from "../span.ts";
import { tokenise } from "../tokens.ts";
import { type FoundDays, type FoundHours, findDaysAndHours } from "./find-days.ts";
import { type Excepted, findExcepted, isExcepted } from "./find-excepted.ts";
import { findRepeated, linesOf } from "./find-repeated.ts";
import { hoursFor } from "./hours-for.ts";
import { daysBetween, isOpenThroughout, midnight, onDay, type ParsedDate } from "./parse-dates.ts";
import { findWeekdayHours, ownHoursOf, type WeekdayHours } from "./weekday-hours.ts";

/** More dates than one text tells of. */
const mostDates = 100;

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
  const excepted = findExcepted(others, reading);
  const { days: all, hours: allHours } = findDaysAndHours(excepted.left, reading);
  // Hours of a desk, or of the doors, are none of these.
  const ofWeekdays = findWeekdayHours(others).filter(({ at }) => allHours.some((one) => overlaps(one.at, at)));
  const days = all.filter(({ value }) => !value.isContradicted && !value.isEnd);
  const isUsed = ({ value: { weekdays } }: Found<WeekdayHours>) =>
    days.some(({ value }) => value.days.length > 1 && daysOf(value).some((day) => weekdays.includes(weekdayOf(day))));
  const own = ofWeekdays.filter(isUsed);
  const hours = allHours.filter((one) => !own.some(({ at }) => overlaps(one.at, at)));
  const ends = all.filter(({ value }) => value.isEnd && !value.isContradicted);
  const spans = ends.map((end) => spanUntil(end, days, text, reading));
  // Since when it is on is no date of its own, an opening is one.
  const begins = new Set(spans.flatMap(({ since }) => (since?.value.isBegin ? [since] : [])));
  const hoursAt = (found: Found<FoundDays>) => {
    const index = all.indexOf(found);
    const space = { start: all[index - 1]?.at.end ?? 0, end: all[index + 1]?.at.start ?? text.length };
    return hoursFor(found.at, space, hours, text);
  };
  const single = days.flatMap((found, index) => {
    if (begins.has(found) || isEndOf(found, days[index - 1], hoursAt, text)) return [];
    const dates = datesOf(found, hoursAt(found), { own, excepted }, reading);
    const next = days[index + 1];
    const [only, ...others] = dates;
    if (!only || !next || others.length > 0 || !isEndOf(next, found, hoursAt, text)) return dates;
    const [end] = datesOf(next, hoursAt(next), { own, excepted }, reading);
    const endsAt = end?.value.startsAt ?? null;
    return [{ value: { ...only.value, endsAt }, at: { start: only.at.start, end: end?.at.end ?? only.at.end } }];
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

/** «31 декабря 22:00 – 1 января 02:00»: a day with its hour ends the one before, from whose hour only a dash parts it. */
function isEndOf(
  found: Found<FoundDays>,
  before: Found<FoundDays> | undefined,
  hoursAt: (found: Found<FoundDays>) => Found<FoundHours>[],
  text: string,
): boolean {
  if (before === undefined || before.value.days.length > 1 || found.value.days.length > 1) return false;
  const [begin] = hoursAt(before);
  const [end] = hoursAt(found);
  const [first = "", last = ""] = [before.value.days[0], found.value.days[0]];
  return (
    begin !== undefined &&
    end !== undefined &&
    begin.at.start >= before.at.end &&
    end.at.start >= found.at.end &&
    first < last &&
    /^\s*[-–—]\s*$/u.test(text.slice(begin.at.end, found.at.start))
  );
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

function datesOf(
  found: Found<FoundDays>,
  hours: readonly Found<FoundHours>[],
  { own, excepted }: { own: readonly Found<WeekdayHours>[]; excepted: Excepted },
  reading: Reading,
): Found<ParsedDate>[] {
  const { days, isRange } = found.value;
  const values = hours.map(({ value: { from, until } }) => ({ from, until }));
  const end = hours.reduce((last, one) => (isBeside(last, one.at) ? one.at.end : last), found.at.end);
  const at = { start: found.at.start, end };
  if (isRange && isOpenThroughout(days, values)) {
    const [from = "", until = ""] = days;
    const endsAt = midnight(addDays(until, 1), reading);
    // Its hours became nothing: they are to stand in the text.
    return [{ value: { startsAt: midnight(from, reading), endsAt, hasStartTime: false }, at: found.at }];
  }
  const each = daysOf(found.value);
  // Of one day, the hours that stand beside it outweigh those of its weekday.
  const hoursOf = (day: string) => (each.length > 1 ? ownHoursOf(day, own) : null) ?? values;
  return each
    .filter((day) => !isExcepted(day, excepted))
    .flatMap((day) => onDay(day, hoursOf(day), reading).map((value) => ({ value, at })));
}

const daysOf = ({ days, isRange }: FoundDays): string[] => (isRange ? daysBetween(days) : days);

/** "5 декабря в 18:00": only a preposition stands between. */
const isBeside = (end: number, hours: Span): boolean => hours.start >= end && hours.start - end <= 4;

/** Each start once, in order. A year of long ago in the story of a play is no date where there are coming ones. */
function upcoming(found: readonly Found<ParsedDate>[], now: Date): Found<ParsedDate>[] {
  const once = [...new Map(found.map((date) => [date.value.startsAt.getTime(), date])).values()];
  const today = now.getTime() - 86_400_000;
  const coming = withoutTwice(once).filter(({ value }) => (value.endsAt ?? value.startsAt).getTime() > today);
  return (coming.length > 0 ? coming : once).sort((a, b) => a.value.startsAt.getTime() - b.value.startsAt.getTime());
}

/** A day told of again without its hour is no other date: «Первая встреча уже 3 декабря!» */
function withoutTwice(found: readonly Found<ParsedDate>[]): Found<ParsedDate>[] {
  const isWithin = (start: number, at: Date) => at.getTime() > start && at.getTime() < start + 86_400_000;
  return found.filter(
    ({ value: { hasStartTime, endsAt, startsAt } }) =>
      hasStartTime ||
      endsAt !== null ||
      !found.some(({ value }) => value.hasStartTime && isWithin(startsAt.getTime(), value.startsAt)),
  );
}
