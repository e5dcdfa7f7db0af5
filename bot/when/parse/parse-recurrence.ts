import { DateTime } from "luxon";
import { addDays, type Day, type Reading, resolveDay, todayOf, weekdayOf } from "../days.ts";
import { expandRecurrence } from "../expand.ts";
import { listHolidays } from "../holidays.ts";
import { type Hours, withLength } from "../hours.ts";
import { mostDates, type Pause, type Recurrence } from "../recurrence.ts";
import type { Span } from "../span.ts";
import { datesWithHours } from "../statement/dates-with-hours.ts";
import { readStatement } from "../statement/read-statement.ts";
import type { Statement, UsedWords } from "../statement/statement.ts";
import { unusedIn, unusedInWeek } from "../statement/unused.ts";
import { tokenise } from "../tokens.ts";

/**
 * What has to be asked: nothing was said of it, or what was said contradicts the rest. `none`: no date is left; `weekday`:
 * a date is another weekday than was said; `ambiguous`: "5/12" may be two days.
 */
export type Unclear =
  | "days"
  | "time"
  | "start"
  | "count"
  | "end"
  | "pause"
  | "too many"
  | "none"
  | "weekday"
  | "ambiguous";

/** `unused`: where words stand that nothing was made of; they are to be asked about. */
export type ParsedRecurrence =
  | { kind: "recurrence"; recurrence: Recurrence; unused: Span[] }
  | { kind: "unclear"; what: Unclear; unused: Span[] };

/**
 * Reads when something repeats, as people write it in Russian, Tatar and English: "Mon Wed Fri 10:00–11:30 from 1 Dec, 12
 * lessons, not on 1–8 Jan", "каждую пятницу в 19 до 26 декабря", "1, 3 и 5 декабря в 18:00". `most` dates are taken, 200 by
 * default. The caller bounds the length of the text.
 */
export function parseRecurrence(
  text: string,
  { most = mostDates, ...reading }: Reading & { most?: number },
): ParsedRecurrence {
  const said = readStatement(tokenise(text));
  const read = recurrenceOf(said, { ...reading, most });
  return typeof read === "string"
    ? { kind: "unclear", what: read, unused: said.unused }
    : { kind: "recurrence", recurrence: read, unused: unusedBy(said) };
}

/** The recurrence that a statement tells of, or what has to be asked. */
export function recurrenceOf(said: Statement, { most, ...reading }: Reading & { most: number }): Recurrence | Unclear {
  if (!isOnNamed(said, reading) || !beginsOnWeekday(said)) return "weekday";
  const read = isList(said) ? readList(said, reading) : readWeekly(said, reading);
  return typeof read === "string" ? read : check(read, reading, most);
}

/** Where the words stand of which a list, or a week that repeats, makes nothing: of weeks where an end was said besides. */
export const unusedBy = (said: Statement): Span[] => {
  if (isList(said)) return unusedIn(said, ["count", "length", "except"]);
  const hasEnd = said.months.length > 0 || said.dates.some(({ role, isRange }) => role === "until" || isRange);
  const used: UsedWords[] = ["count", "length", "except", "frequency", "month", ...(hasEnd ? [] : ["weeks" as const])];
  return unusedInWeek(said, used);
};

/** Dates alone: those with a weekday beside them have only been said twice. */
export const isList = ({ dates, weekdays, isRepeated, count, interval, excepted }: Statement): boolean => {
  const plain = dates.some(({ role, isRange }) => role === null && !isRange);
  return plain && (weekdays.size === 0 || (!isRepeated && count === null && interval === 1 && excepted.size === 0));
};

/** Whether the days that a beginning and an end were said to be are those weekdays. */
export const isOnNamed = ({ named }: Statement, reading: Reading): boolean =>
  named.every(({ weekday, day }) => {
    const date = resolveDay(day, reading);
    return date === null || weekdayOf(date) === weekday;
  });

/** «по четвергам, начало в пятницу»: which of the two is a slip has to be asked. */
const beginsOnWeekday = ({ named, weekdays, isRepeated }: Statement): boolean =>
  !isRepeated || named.every(({ weekday, role }) => role === "until" || weekdays.has(weekday));

function check(recurrence: Recurrence, reading: Reading, most: number): Recurrence | Unclear {
  const size = recurrence.kind === "dates" ? recurrence.dates.length : (recurrence.count ?? 0);
  if (size > most) return "too many";
  const expanded = expandRecurrence(recurrence, reading.zone);
  const [first] = expanded;
  if (first === undefined) return "none";
  if (first.startsAt <= reading.now) {
    // "Every Friday", said on a Friday night, begins with the next one.
    const today = todayOf(reading);
    return recurrence.kind === "weekly" && recurrence.start === today
      ? check({ ...recurrence, start: addDays(today, 1) }, reading, most)
      : "start";
  }
  if (recurrence.kind === "dates") return recurrence;
  if (recurrence.count !== null) return expanded.length === recurrence.count ? recurrence : "count";
  // One more day than fits tells whether the end was reached.
  return expanded.length <= most && expanded.length < mostDates ? recurrence : "too many";
}

const isAmbiguous = (days: readonly Day[]): boolean => days.some((day) => day.kind === "date" && day.isAmbiguous);

function readList(said: Statement, reading: Reading): Recurrence | Unclear {
  const days = said.dates.filter(({ role }) => role !== "except").flatMap((dates) => dates.days);
  if (isAmbiguous(days)) return "ambiguous";
  const dates = days.map((day) => resolveDay(day, reading));
  const all = dates.filter((date) => date !== null);
  if (all.length < dates.length || all.some((date) => date < todayOf(reading))) return "start";
  const pauses = readPauses(said, all[0] ?? "", reading);
  if (pauses === null) return "pause";
  const known = all.filter((date) => !isInPause(date, pauses));
  if (said.weekdays.size > 0 && known.some((date) => !said.weekdays.has(weekdayOf(date)))) return "weekday";
  const [usual] = said.hours ?? [];
  if (usual === undefined) return "time";
  const hours = withLength(usual, said.length);
  if (said.count !== null && said.count !== new Set(known).size) return "count";
  const own = ownHours(said, reading);
  return { kind: "dates", dates: [...new Set(known)].sort(), hours, ...(own && { own }) };
}

/** Hours by date where not all dates have the same one; the hours of a date stand behind it. */
function ownHours(said: Statement, reading: Reading): Record<string, Hours[]> | null {
  const own: Record<string, Hours[]> = {};
  for (const { dates, hours } of datesWithHours(said)) {
    for (const day of dates.role === "except" ? [] : dates.days) {
      const date = resolveDay(day, reading);
      if (date !== null) own[date] = [...(own[date] ?? []), ...hours.map((one) => withLength(one, said.length))];
    }
  }
  const all = Object.values(own);
  const isSame = all.every((hours) => JSON.stringify(hours) === JSON.stringify(all[0]));
  return isSame && all[0]?.length === 1 ? null : own;
}

function readWeekly(said: Statement, reading: Reading): Recurrence | Unclear {
  const today = todayOf(reading);
  const byDay = [...said.weekdays]
    .filter(([weekday]) => !said.excepted.has(weekday))
    .map(([weekday, own]) => ({ weekday, hours: own ?? said.hours ?? [] }))
    .sort((one, other) => one.weekday - other.weekday);
  if (byDay.length === 0) return "days";
  const timed = byDay.flatMap(({ weekday, hours }) =>
    hours.map((one) => ({ weekday, ...withLength(one, said.length) })),
  );
  if (byDay.some(({ hours }) => hours.length === 0)) return "time";
  if (isAmbiguous(said.dates.flatMap(({ days }) => days))) return "ambiguous";

  const own = said.dates.filter(({ role }) => role !== "except" && role !== "until");
  const begin = own[0];
  if (own.length > 1 || (begin && begin.days.length !== (begin.isRange ? 2 : 1))) return "start";
  const months = monthsOf(said, reading);
  const start = begin?.days[0] ? resolveDay(begin.days[0], reading) : (months?.first ?? today);
  if (start === null || start < today) return "start";

  const ends = [
    ...(begin?.isRange ? begin.days.slice(1) : []),
    ...said.dates.filter(({ role }) => role === "until").flatMap(({ days }) => days.slice(-1)),
  ];
  if (ends.length > 1) return "end";
  const last = ends[0] && resolveDay(ends[0], reading, start);
  if (last === null || (last !== undefined && last < start)) return "end";
  const until = last ?? months?.last ?? endOfLength(said, start);
  if ((until === null && said.count === null) || said.count === 0) return "count";
  // "6 weeks, 3 lessons": which of the two is a slip has to be asked.
  const inWeeks = timed.length * Math.ceil((said.weeks ?? 0) / said.interval);
  const isEither = said.weeks !== null && said.count !== null && said.position === null && said.dates.length < 2;
  if (isEither && inWeeks !== said.count) return "count";
  // "12 lessons" alone may begin at any time.
  if (begin === undefined && until === null) return "start";

  const pauses = readPauses(said, start, reading);
  if (pauses === null) return "pause";
  const { interval, position, count } = said;
  return { kind: "weekly", byDay: timed, interval, position, start, count, until, pauses };
}

/** The last day of "6 weeks", "a month" from a day on. */
function endOfLength({ weeks, monthsLong }: Statement, start: string): string | null {
  if (weeks !== null) return addDays(start, weeks * 7 - 1);
  if (monthsLong === null) return null;
  return DateTime.fromISO(start, { zone: "utc" }).plus({ months: monthsLong, days: -1 }).toFormat("yyyy-MM-dd");
}

/** The days that months span: "по субботам в декабре"; of a month that has begun the rest. */
function monthsOf({ months }: Statement, reading: Reading): Pause | null {
  const today = DateTime.fromISO(todayOf(reading), { zone: "utc" });
  const firsts = months.map(({ month, year }) =>
    DateTime.fromObject({ year: year ?? (month < today.month ? today.year + 1 : today.year), month }, { zone: "utc" }),
  );
  const [first, last] = [firsts[0], firsts.at(-1)];
  if (!first || !last) return null;
  const start = DateTime.max(first, today);
  return { first: start.toFormat("yyyy-MM-dd"), last: last.endOf("month").toFormat("yyyy-MM-dd") };
}

export const isInPause = (date: string, pauses: readonly Pause[]): boolean =>
  pauses.some(({ first, last }) => first <= date && date <= last);

/** Reads the days without; null where they are unclear. `start` is an ISO date that they are after. */
export function readPauses(
  { dates, hasOpenException, exceptsHolidays }: Pick<Statement, "dates" | "hasOpenException" | "exceptsHolidays">,
  start: string,
  reading: Reading,
): Pause[] | null {
  if (hasOpenException) return null;
  const pauses: Pause[] = exceptsHolidays ? holidaysAfter(start) : [];
  for (const { days, isRange } of dates.filter(({ role }) => role === "except")) {
    const known = days.map((day) => resolveDay(day, reading, start));
    const [first, last] = known;
    if (known.some((day) => day === null) || !first) return null;
    if (!isRange) for (const day of known) pauses.push({ first: day ?? first, last: day ?? first });
    else if (last && last >= first) pauses.push({ first, last });
    // "from 28 December to 8 January" with a start between the two.
    else return null;
  }
  return pauses;
}

/** Public holidays of the two years from a day on: no series is longer. */
const holidaysAfter = (start: string): Pause[] =>
  listHolidays(start, DateTime.fromISO(start).plus({ years: 2 }).toISODate() ?? start).map((day) => ({
    first: day,
    last: day,
  }));
