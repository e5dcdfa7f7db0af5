import { DateTime } from "luxon";
import { type Hours, mostDates, type PlannedDate, type Series } from "./series.ts";

const minute = 60_000;
const dayLength = 24 * 60;

/** So far ahead dates are looked for: 200 of every other week take eight years, and pauses may leave none. */
const furthestDays = 10 * 366;

/**
 * The dates of a series in order, at most 200. The wall clock of the zone (IANA name) stays the same over changes of the
 * clock; an hour that one leaves out becomes the hour after it.
 */
export function planSeries(series: Series, zone: string): PlannedDate[] {
  if (series.kind === "dates") {
    return [...new Set(series.dates)]
      .sort()
      .slice(0, mostDates)
      .map((date) => planDate(date, series.hours, zone));
  }
  const planned: PlannedDate[] = [];
  const most = Math.min(series.count ?? mostDates, mostDates);
  // Days are counted in UTC: each has its one midnight there. By numbers, since a poster may tell of twenty series.
  const start = Date.parse(`${series.start}T00:00:00Z`);
  const firstWeekday = weekdayOf(start);
  for (let index = 0; index < furthestDays && planned.length < most; index += 1) {
    const day = start + index * dayLength * minute;
    const weekday = weekdayOf(day);
    const hours = series.days.find((one) => one.weekday === weekday);
    const weeks = Math.floor((firstWeekday - 1 + index) / 7);
    if (hours === undefined || weeks % series.everyWeeks !== 0) continue;
    const date = new Date(day).toISOString().slice(0, 10);
    if (series.end !== null && date > series.end) break;
    if (series.pauses.some(({ first, last }) => first <= date && date <= last)) continue;
    planned.push(planDate(date, hours, zone));
  }
  return planned;
}

/** ISO: 1 is Monday. */
const weekdayOf = (day: number): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

function planDate(date: string, { from, until }: Hours, zone: string): PlannedDate {
  const [year, month, day] = date.split("-").map(Number);
  const wall = { year, month, day, hour: Math.floor(from / 60), minute: from % 60 };
  const local = DateTime.fromObject(wall, { zone });
  const startsAt = local.toJSDate();
  const length = until === null ? null : until > from ? until - from : until - from + dayLength;
  return {
    startsAt,
    endsAt: length === null ? null : new Date(startsAt.getTime() + length * minute),
    startsLocal: local.setZone("utc", { keepLocalTime: true }).toJSDate(),
  };
}
