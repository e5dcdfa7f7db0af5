import { inZone } from "../../words/time/local-time.ts";

export const periods = ["week", "month", "year"] as const;
export type ReportPeriod = (typeof periods)[number];

/** A stretch of a city's calendar that ends now, and what it is counted by: days, weeks, or months of a year. */
export interface ReportSpan {
  period: ReportPeriod;
  unit: "day" | "week" | "month";
  zone: string;
  /** The beginning of the first bucket. */
  from: Date;
  until: Date;
  /** The first day of each day or month, "2026-11-20", without gaps. */
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
  const [first = last] = starts;
  return {
    period,
    unit,
    zone,
    from: first.toJSDate(),
    until: now,
    buckets: starts.map((start) => start.toISODate()),
    starts: starts.map((start) => start.toJSDate()),
  };
}

/** A span counted by weeks, which begin on Mondays, the first one in whole; a span of single days stays as it is. */
export function byWeeks(span: ReportSpan): ReportSpan {
  if (span.period === "week") return span;
  const last = inZone(span.until, span.zone).startOf("week");
  const starts = [last];
  for (let week = last; week > inZone(span.from, span.zone); ) {
    week = week.minus({ weeks: 1 });
    starts.unshift(week);
  }
  return {
    ...span,
    unit: "week",
    from: (starts[0] ?? last).toJSDate(),
    buckets: starts.map((start) => start.toISODate()),
    starts: starts.map((start) => start.toJSDate()),
  };
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
