import { DateTime } from "luxon";
import { planSeries } from "./plan-series.ts";
import { readSaid, type Said } from "./said.ts";
import { addDays, resolveDay, type SaidDay } from "./said-days.ts";
import { type Hours, mostDates, type Pause, type Series } from "./series.ts";
import { tokenise } from "./tokens.ts";

/**
 * What has to be asked: nothing was said of it, or what was said contradicts the rest. `none`: no date is left.
 */
export type Unclear = "days" | "time" | "start" | "count" | "end" | "pause" | "too many" | "none";

export type ReadSeries = { kind: "series"; series: Series } | { kind: "unclear"; what: Unclear };

/** A day of the calendar as it is meant, in the zone. */
type Resolve = (day: SaidDay, after?: string) => string | null;

/**
 * Reads when something repeats, as people write it in Russian, Tatar and English: "Mon Wed Fri 10:00–11:30 from 1 Dec, 12
 * lessons, not on 1–8 Jan", "каждую пятницу в 19 до 26 декабря", "1, 3 и 5 декабря в 18:00". Words without a meaning here
 * are passed over: what was understood is to be shown before it is saved.
 * `most` dates are taken, 200 by default.
 */
export function readSeries(
  text: string,
  { now, zone, most = mostDates }: { now: Date; zone: string; most?: number },
): ReadSeries {
  const said = readSaid(tokenise(text));
  const today = DateTime.fromJSDate(now, { zone }).toFormat("yyyy-MM-dd");
  const resolve: Resolve = (day, after) =>
    resolveDay(day, { now, today, zone, ...(after === undefined ? {} : { after }) });
  const isList = said.days.size === 0 && said.dates.some(({ role, said: { isRange } }) => role === null && !isRange);
  const read = isList ? readList(said, today, resolve) : readWeekly(said, today, resolve);
  return typeof read === "string" ? { kind: "unclear", what: read } : check(read, { now, zone, today, most });
}

function check(series: Series, when: { now: Date; zone: string; today: string; most: number }): ReadSeries {
  const unclear = (what: Unclear): ReadSeries => ({ kind: "unclear", what });
  const size = series.kind === "dates" ? series.dates.length : (series.count ?? 0);
  if (size > when.most) return unclear("too many");
  const planned = planSeries(series, when.zone);
  const [first] = planned;
  if (first === undefined) return unclear("none");
  if (first.startsAt <= when.now) {
    // "Every Friday", said on a Friday night, begins with the next one.
    return series.kind === "weekly" && series.start === when.today
      ? check({ ...series, start: addDays(when.today, 1) }, when)
      : unclear("start");
  }
  if (series.kind === "dates") return { kind: "series", series };
  if (series.count !== null && planned.length !== series.count) return unclear("count");
  // One more day than fits tells whether the end was reached.
  const isWhole = series.count !== null || (planned.length <= when.most && planned.length < mostDates);
  return isWhole ? { kind: "series", series } : unclear("too many");
}

function readList(said: Said, today: string, resolve: Resolve): Series | Unclear {
  const dates = said.dates
    .filter(({ role }) => role !== "except")
    .flatMap(({ said: { days } }) => days)
    .map((day) => resolve(day));
  const known = dates.filter((date) => date !== null);
  if (known.length < dates.length || known.some((date) => date < today)) return "start";
  const hours = withLength(said.hours, said.length);
  if (hours === null) return "time";
  if (said.count !== null && said.count !== new Set(known).size) return "count";
  return { kind: "dates", dates: [...new Set(known)].sort(), hours };
}

function readWeekly(said: Said, today: string, resolve: Resolve): Series | Unclear {
  const days = [...said.days]
    .filter(([weekday]) => !said.excepted.has(weekday))
    .map(([weekday, own]) => ({ weekday, hours: withLength(own ?? said.hours, said.length) }))
    .sort((one, other) => one.weekday - other.weekday);
  if (days.length === 0) return "days";
  const timed = days.flatMap(({ weekday, hours }) => (hours === null ? [] : [{ weekday, ...hours }]));
  if (timed.length < days.length) return "time";

  const own = said.dates.filter(({ role }) => role !== "except" && role !== "until");
  const begin = own[0]?.said;
  if (own.length > 1 || (begin && begin.days.length !== (begin.isRange ? 2 : 1))) return "start";
  const start = begin?.days[0] ? resolve(begin.days[0]) : today;
  if (start === null || start < today) return "start";

  const ends = [
    ...(begin?.isRange ? begin.days.slice(1) : []),
    ...said.dates.filter(({ role }) => role === "until").flatMap(({ said: { days: until } }) => until.slice(-1)),
  ];
  if (ends.length > 1) return "end";
  const until = ends[0] && resolve(ends[0], start);
  if (until === null || (until !== undefined && until < start)) return "end";
  const end = until ?? (said.weeks === null ? null : addDays(start, said.weeks * 7 - 1));
  if (end === null && said.count === null) return "count";
  if (said.count === 0) return "count";
  // "12 lessons" alone may begin at any time.
  if (begin === undefined && end === null) return "start";

  const pauses = readPauses(said, start, resolve);
  if (pauses === null) return "pause";
  return { kind: "weekly", days: timed, everyWeeks: said.everyWeeks, start, count: said.count, end, pauses };
}

/** Reads the days without; null where they are unclear. `start` is an ISO date that they are after. */
export function readPauses(
  { dates, hasOpenException }: Pick<Said, "dates" | "hasOpenException">,
  start: string,
  resolve: Resolve,
): Pause[] | null {
  if (hasOpenException) return null;
  const pauses: Pause[] = [];
  for (const { said } of dates.filter(({ role }) => role === "except")) {
    const known = said.days.map((day) => resolve(day, start));
    const [first, last] = known;
    if (known.some((day) => day === null) || !first) return null;
    if (!said.isRange) for (const day of known) pauses.push({ first: day ?? first, last: day ?? first });
    else if (last && last >= first) pauses.push({ first, last });
    // "from 28 December to 8 January" with a start between the two.
    else return null;
  }
  return pauses;
}

const withLength = (hours: Hours | null, length: number | null): Hours | null =>
  hours === null || hours.until !== null || length === null
    ? hours
    : { from: hours.from, until: (hours.from + length) % (24 * 60) };
