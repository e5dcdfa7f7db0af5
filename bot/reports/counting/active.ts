import type { Translate } from "../../words/messages/translator.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { ActivePeople } from "./active-store.ts";
import { type ReportSpan, sum } from "./span.ts";

/** How many people are here a day: a curve of days, or of what the days of each month had on average. */
export function activeReport(counted: readonly ActivePeople[], span: ReportSpan, t: Translate): Report {
  const average = (days: readonly ActivePeople[]): number =>
    days.length === 0 ? 0 : Math.round(sum(days.map(({ people }) => people)) / days.length);
  const key = (day: string): string => (span.unit === "month" ? `${day.slice(0, 7)}-01` : day);
  return overTime(
    {
      title: t("numbers.active.title"),
      shape: "curve",
      value: t("numbers.axis.people"),
      series: [
        {
          name: t("numbers.axis.people"),
          values: span.buckets.map((bucket) => average(counted.filter(({ day }) => key(day) === bucket))),
        },
      ],
      lines: [t("numbers.active.average", { count: average(counted) })],
    },
    span,
    t,
  );
}
