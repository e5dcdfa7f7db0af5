import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { Rated, RatedEvent, RatingCounts } from "./rating-store.ts";

/** Events told of at either end, and characters of their titles. */
const told = 3;
const longestTitle = 50;

/** How often people rate, what they give on average, and what they like best and least. */
export function ratingReport({ weeks, best, worst }: RatingCounts, span: ReportSpan, t: Translate): Report {
  const buckets = span.buckets.map((bucket) => weeks.find((week) => week.bucket === bucket) ?? { stars: 0, count: 0 });
  const averages = buckets.map((bucket) => (bucket.count === 0 ? null : averageOf(bucket)));
  const all = { stars: sum(buckets.map(({ stars }) => stars)), count: sum(buckets.map(({ count }) => count)) };
  const list = (events: readonly RatedEvent[]): string =>
    events
      .slice(0, told)
      .map((event) =>
        t("numbers.ratings.row", {
          name: cutAtWord(event.title, longestTitle),
          average: averageOf(event),
          count: event.count,
        }),
      )
      .join("; ");
  // Where there are few events all are among the best: none of them is named as one of the worst.
  const least = worst.slice(0, Math.max(0, best.length - told));
  const report = overTime(
    {
      title: t("numbers.ratings.title"),
      value: t("numbers.axis.ratings"),
      series: [{ name: t("numbers.axis.ratings"), values: buckets.map(({ count }) => count) }],
      over: { name: t("numbers.axis.stars"), values: averages, from: 1, to: 5 },
      lines: [
        ...(all.count === 0 ? [] : [t("numbers.ratings.total", { count: all.count, average: averageOf(all) })]),
        ...(best.length === 0 ? [] : [t("numbers.ratings.best", { list: list(best) })]),
        ...(least.length === 0 ? [] : [t("numbers.ratings.worst", { list: list(least) })]),
      ],
    },
    span,
    t,
  );
  const tableOf = (name: string, events: readonly RatedEvent[]) => ({
    name,
    header: [t("numbers.axis.event"), t("numbers.axis.stars"), t("numbers.axis.ratings")],
    rows: events.map((event) => [event.title, averageOf(event), event.count]),
  });
  const tables = [tableOf(t("numbers.ratings.best_table"), best), tableOf(t("numbers.ratings.worst_table"), worst)];
  return { ...report, tables: [...report.tables, ...tables] };
}

/** To a hundredth. */
const averageOf = ({ stars, count }: Rated): number => Math.round((stars / count) * 100) / 100;
