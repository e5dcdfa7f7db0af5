import { weekdayOf } from "../../when/days.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatNumber } from "../../words/numbers.ts";
import { type ReportSpan, sum } from "../counting/span.ts";
import type { Curve, Report, Series } from "../report.ts";
import { formatMade, formatSpan, type Months } from "./span-words.ts";

/** Buckets that can be told one by one. */
const mostTold = 12;

interface Over {
  title: string;
  /** Default: bars. */
  shape?: "time" | "curve";
  value: string;
  series: Series[];
  over?: Curve;
  /** What the picture does not say. */
  lines: string[];
}

/** A report over the days, weeks or months of a span. */
export function overTime(
  { shape = "time", title, value, series, over, lines }: Over,
  span: ReportSpan,
  t: Translate,
): Report {
  const totals = span.buckets.map((_, index) => sum(series.map(({ values }) => values[index] ?? 0)));
  const isEmpty = totals.every((total) => total === 0);
  const bucketAxis = t(`numbers.axis.${span.unit}`);
  const begin = beginOf(span, totals);
  const shown = span.buckets.slice(begin);
  const ticks = shown.map((bucket, index) => (span.unit === "month" ? tick(bucket, index, t) : label(bucket, span, t)));
  return {
    plot: {
      shape,
      title,
      subtitle: formatSpan(span, t),
      made: formatMade(span, t),
      axes: { label: span.isOpen ? t(`numbers.unfinished.${span.unit}`, { axis: bucketAxis }) : bucketAxis, value },
      labels: ticks,
      series: series.map(({ name, values }) => ({ name, values: values.slice(begin) })),
      ...(over ? { over: { ...over, values: over.values.slice(begin) } } : {}),
      isOpen: span.isOpen,
      weekends: span.unit === "day" ? shown.flatMap((bucket, index) => (weekdayOf(bucket) > 5 ? [index] : [])) : [],
      empty: t("numbers.empty"),
    },
    lines: [...lines, ...(isEmpty ? [t("numbers.empty")] : told({ ...span, buckets: shown }, totals.slice(begin), t))],
    tables: [
      {
        name: title,
        header: [bucketAxis, ...[...series, ...(over ? [over] : [])].map(({ name }) => name)],
        rows: span.buckets.map((bucket, index) => [
          new Date(bucket),
          ...series.map(({ values }) => values[index] ?? 0),
          ...(over ? [over.values[index] ?? null] : []),
        ]),
      },
    ],
  };
}

/** Months that are shown even where there is something in the last one alone. */
const fewestMonths = 3;

/** The place from which months are shown: eleven empty ones say nothing of a young bot. */
function beginOf({ unit, buckets }: ReportSpan, totals: readonly number[]): number {
  if (unit !== "month") return 0;
  const first = totals.findIndex((total) => total > 0);
  return first === -1 ? 0 : Math.max(0, Math.min(first, buckets.length - fewestMonths));
}

/** The total of each bucket where they are few, and of the largest otherwise. */
function told(span: ReportSpan, totals: readonly number[], t: Translate): string[] {
  const one = (index: number): string =>
    t("numbers.bucket", {
      bucket: label(span.buckets[index] ?? "", span, t),
      count: formatNumber(totals[index] ?? 0, t.language),
    });
  if (totals.length <= mostTold) {
    const list = totals.map((_, index) => one(index)).join("; ");
    return [t(`numbers.by_${span.unit}`, { list })];
  }
  return [t("numbers.most", { bucket: one(totals.indexOf(Math.max(...totals))) })];
}

/** A month under its bar; the year below the first one and below January. */
function tick(bucket: string, index: number, t: Translate): string {
  const [year = "", month] = bucket.split("-");
  const name = t(`numbers.month.${Number(month) as Months}`);
  return index === 0 || month === "01" ? `${name}\n${year}` : name;
}

function label(bucket: string, { unit }: ReportSpan, t: Translate): string {
  const [year = "", month, day] = bucket.split("-");
  const name = t(`numbers.month.${Number(month) as Months}`);
  return unit === "month"
    ? t("numbers.month_of_year", { month: name, year })
    : t("date.day_of_month", { day: String(Number(day)), month: name });
}
