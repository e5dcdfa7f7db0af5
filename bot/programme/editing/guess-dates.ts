import { DateTime } from "luxon";
import { planSeries } from "../series/plan-series.ts";
import { readSeries } from "../series/read-series.ts";
import { type Found, type GuessedDate, linesOf, overlaps, type Span } from "./extract/extracted.ts";
import { findSaidDays, type Reading, type SaidDays } from "./said-days.ts";
import { findSaidTimes, type SaidTime } from "./said-times.ts";

/** More dates than one text tells of, and more lines that tell of a series. */
const mostDates = 100;
const mostSeries = 20;
/** A range with an hour is a showing on each of so many days; a longer one is open all the while. */
const mostShowings = 14;
/** Open from ten to six: the hours of a museum, not of a concert. */
const openingHours = 5 * 60;
/** An hour belongs to a day that stands so near, in characters. */
const near = 80;

const repeats =
  /(?<!\p{L})(?:кажд(?:ый|ую|ое|ые)|ежедневно|еженедельно|every|each|weekly|саен|һәр|по\s(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)(?:ам|ям)|(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\p{L})/iu;

/** Finds the dates that a text names, in order, each once: single days, ranges and series ("каждую пятницу в 19:00"). */
export function guessDates(text: string, reading: Reading): Found<GuessedDate>[] {
  const series = guessSeries(text, reading);
  const days = findSaidDays(text, reading).filter(({ at }) => !series.some((one) => overlaps(one.at, at)));
  const times = findSaidTimes(text);
  const single = days.flatMap((said, index) => {
    const space = { start: days[index - 1]?.at.end ?? 0, end: days[index + 1]?.at.start ?? text.length };
    return datesOf(said, timesFor(said.at, space, times, text), reading.zone);
  });
  return upcoming([...series, ...single], reading.now).slice(0, mostDates);
}

function guessSeries(text: string, { now, zone }: Reading): Found<GuessedDate>[] {
  const lines = linesOf(text).filter(({ value }) => repeats.test(value));
  return lines.slice(0, mostSeries).flatMap(({ value, at }) => {
    const read = readSeries(value, { now, zone });
    if (read.kind !== "series") return [];
    return planSeries(read.series, zone).map(({ startsAt, endsAt }) => ({
      value: { startsAt, endsAt, hasStartTime: true },
      at,
    }));
  });
}

/** The hours of a day: those behind it, before it on its line, else the one that the whole text is about. */
function timesFor(at: Span, space: Span, times: readonly Found<SaidTime>[], text: string): Found<SaidTime>[] {
  const behind = times.filter(
    (time) =>
      time.at.start >= at.end &&
      time.at.end <= Math.min(space.end, at.end + near) &&
      !isFar(text, at.end, time.at.start),
  );
  const start = behind.find(({ value }) => value.isStart);
  const [first] = behind;
  if (start) return together(start, behind, text);
  if (first) return together(first, behind, text);
  const before = times.findLast(
    (time) =>
      time.at.end <= at.start && time.at.start >= space.start && !text.slice(time.at.end, at.start).includes("\n"),
  );
  if (before) return [before];
  const named = times.filter(({ value }) => value.isStart);
  const candidates = named.length > 0 ? named : times;
  const [one] = candidates;
  return one && candidates.every(({ value }) => value.from === one.value.from) ? [one] : [];
}

/** An empty line, or two line ends, part a day from an hour. */
const isFar = (text: string, from: number, to: number): boolean =>
  (text.slice(from, to).match(/\n/gu) ?? []).length > 1;

/** "в 12:00 и 15:00" */
function together(first: Found<SaidTime>, all: readonly Found<SaidTime>[], text: string): Found<SaidTime>[] {
  const joined = [first];
  for (const next of all.slice(all.indexOf(first) + 1)) {
    const last = joined.at(-1) ?? first;
    if (!/^\s*(?:,|и|һәм|and|&|\/)\s*(?:в\s)?$/iu.test(text.slice(last.at.end, next.at.start))) break;
    joined.push(next);
  }
  return joined;
}

function datesOf(said: Found<SaidDays>, times: readonly Found<SaidTime>[], zone: string): Found<GuessedDate>[] {
  const { days, isRange } = said.value;
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const dayAt = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
  const count = isRange ? Math.round(dayAt(last).diff(dayAt(first), "days").days) + 1 : days.length;
  const isOpen = times.some(({ value: { from, until } }) => until !== null && until - from >= openingHours);
  if (isRange && (times.length === 0 || isOpen || count > mostShowings)) {
    const endsAt = dayAt(last).plus({ days: 1 }).toJSDate();
    return [{ value: { startsAt: dayAt(first).toJSDate(), endsAt, hasStartTime: false }, at: said.at }];
  }
  const all = isRange
    ? Array.from({ length: count }, (_, index) => dayAt(first).plus({ days: index }))
    : days.map(dayAt);
  return all.flatMap((day): Found<GuessedDate>[] => {
    if (times.length === 0)
      return [{ value: { startsAt: day.toJSDate(), endsAt: null, hasStartTime: false }, at: said.at }];
    return times.map(({ value: { from, until } }) => {
      const end = until === null ? null : onClock(day, until > from ? until : until + 1440);
      return { value: { startsAt: onClock(day, from), endsAt: end, hasStartTime: true }, at: said.at };
    });
  });
}

/** Set by the wall clock, not counted from midnight: a night may be an hour longer. */
const onClock = (day: DateTime, minutes: number): Date =>
  day
    .plus({ days: Math.floor(minutes / 1440) })
    .set({ hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 })
    .toJSDate();

/** Each start once, in order. A year of long ago in the story of a play is no date where there are coming ones. */
function upcoming(found: readonly Found<GuessedDate>[], now: Date): Found<GuessedDate>[] {
  const once = [...new Map(found.map((date) => [date.value.startsAt.getTime(), date])).values()];
  const today = now.getTime() - 86_400_000;
  const coming = once.filter(({ value }) => (value.endsAt ?? value.startsAt).getTime() > today);
  return (coming.length > 0 ? coming : once).sort((a, b) => a.value.startsAt.getTime() - b.value.startsAt.getTime());
}
