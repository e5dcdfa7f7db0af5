import type { DateTime } from "luxon";
import type { DaySpan } from "../../when/parse/parse-days.ts";
import { daysBetween, endOfDay, inZone, startOfDay } from "../../words/time/local-time.ts";

export const periods = ["week", "month", "year"] as const;
export type ReportPeriod = (typeof periods)[number];

/** What is counted by: days, weeks, or months of a year. */
type Unit = "day" | "week" | "month";

/** A stretch of a city's calendar and what it is counted by. */
export interface ReportSpan {
  /** "free": days that somebody chose. */
  period: ReportPeriod | "free";
  unit: Unit;
  zone: string;
  /** The beginning of the first bucket. */
  from: Date;
  /** Its end; now, where it is not over. */
  until: Date;
  /** The city's day of `until`, "2026-11-20". */
  lastDay: string;
  /** The last bucket is not over. */
  isOpen: boolean;
  /** When it is counted. */
  madeAt: Date;
  /** The first day of each day, week or month, "2026-11-20", without gaps. */
  buckets: readonly string[];
  /** When each of them begins. */
  starts: readonly Date[];
}

const lengths = {
  week: { unit: "day", count: 7 },
  month: { unit: "day", count: 30 },
  year: { unit: "month", count: 12 },
} as const;

/** The last 7 or 30 days, or 12 months, today's among them, by the wall clock of `zone`. */
export function spanOf(period: ReportPeriod, now: Date, zone: string): ReportSpan {
  const { unit, count } = lengths[period];
  const last = inZone(now, zone).startOf(unit);
  const starts = Array.from({ length: count }, (_, index) => last.minus({ [unit]: count - 1 - index }));
  return laidOut({ period, unit, zone, starts, until: now, now });
}

/** Days of a free span up to which it is counted by days, and by weeks. */
const mostDays = 45;
const mostWeekDays = 140;

/** The days that somebody chose, as far as they have been; by days, weeks or months, so that a picture can be read. */
export function freeSpan({ first, last }: DaySpan, now: Date, zone: string): ReportSpan {
  const from = inZone(startOfDay(first, zone), zone);
  const end = endOfDay(last, zone);
  const until = end < now ? end : now;
  const days = daysBetween(from, inZone(until, zone)) + 1;
  const unit = days <= mostDays ? "day" : days <= mostWeekDays ? "week" : "month";
  return laidOut({ period: "free", unit, zone, starts: startsBetween(from, until, unit), until, now });
}

/** The first bucket begins where the span does, the others where a week or month does. */
function startsBetween(from: DateTime<true>, until: Date, unit: Unit): DateTime<true>[] {
  const starts = [from];
  for (let next = from.startOf(unit).plus({ [unit]: 1 }); next.toJSDate() <= until; next = next.plus({ [unit]: 1 })) {
    starts.push(next);
  }
  return starts;
}

function laidOut({
  starts,
  until,
  now,
  ...named
}: Pick<ReportSpan, "period" | "unit" | "zone" | "until"> & { starts: DateTime<true>[]; now: Date }): ReportSpan {
  const last = starts.at(-1) ?? inZone(until, named.zone);
  return {
    ...named,
    from: (starts[0] ?? last).toJSDate(),
    until,
    lastDay: inZone(until, named.zone).toISODate(),
    isOpen: until >= now && last.endOf(named.unit).toJSDate() > now,
    madeAt: now,
    buckets: starts.map((start) => start.toISODate()),
    starts: starts.map((start) => start.toJSDate()),
  };
}

/** A span of many single days counted by weeks, which begin on Mondays, the first one in whole; any other as it is. */
export function byWeeks(span: ReportSpan): ReportSpan {
  const { unit, buckets, zone, until, madeAt: now } = span;
  if (unit !== "day" || buckets.length <= 7) return span;
  const first = inZone(span.from, zone).startOf("week");
  return laidOut({ period: span.period, unit: "week", zone, starts: startsBetween(first, until, "week"), until, now });
}

/** How many of one sort fell into a bucket. */
export interface Tally {
  bucket: string;
  name: string;
  count: number;
}

/** The counts of each of `names`, bucket by bucket: where nothing was counted stands 0. */
export function fill(span: ReportSpan, names: readonly string[], tallies: readonly Tally[]): number[][] {
  return names.map((name) => {
    const counts = new Map<string, number>();
    for (const tally of tallies) {
      if (tally.name === name) counts.set(tally.bucket, (counts.get(tally.bucket) ?? 0) + tally.count);
    }
    return span.buckets.map((bucket) => counts.get(bucket) ?? 0);
  });
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
