import type { Translate } from "../../words/messages/translator.ts";
import { inZone } from "../../words/time/local-time.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { ActivePeople } from "./active-store.ts";
import { type ReportSpan, sum } from "./span.ts";

/** How many people are here a day: a curve of days, or of what the days of each week or month had on average. */
export function activeReport(counted: readonly ActivePeople[], span: ReportSpan, t: Translate): Report {
  const average = (days: readonly ActivePeople[]): number =>
    days.length === 0 ? 0 : Math.round(sum(days.map(({ people }) => people)) / days.length);
  const isToday = span.lastDay === inZone(span.madeAt, span.zone).toISODate();
  return overTime(
    {
      title: t("numbers.active.title"),
      shape: "curve",
      value: t("numbers.axis.people"),
      series: [
        {
          name: t("numbers.axis.people"),
          values: span.buckets.map((_, index) =>
            average(counted.filter(({ day }) => bucketOfDay(span, day) === index)),
          ),
        },
      ],
      // A day that is not over would pull the average down.
      lines: [
        t("numbers.active.average", {
          count: average(isToday ? counted.filter((one) => one.day !== span.lastDay) : counted),
        }),
      ],
    },
    span,
    t,
  );
}

/** The place of the bucket that an ISO day falls into; -1: before all. */
const bucketOfDay = ({ buckets }: ReportSpan, day: string): number => buckets.findLastIndex((first) => first <= day);
