import type { Translate } from "../../words/messages/translator.ts";
import { formatTime } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { ReportSpan } from "../counting/span.ts";

export type Months = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** "1 Dec 2025": a day as a picture says it. */
export function formatDate(date: string, t: Translate): string {
  const [year = "", month, day] = date.split("-");
  return t("numbers.date", { day: String(Number(day)), month: t(`numbers.month.${Number(month) as Months}`), year });
}

/** "Last 12 months: 1 Dec 2025 – 29 Nov 2026 · Kazan": what a picture that somebody saved is about. */
export function formatSpan({ period, from, lastDay, zone }: ReportSpan, t: Translate): string {
  const [first, last] = [formatDate(inZone(from, zone).toISODate(), t), formatDate(lastDay, t)];
  const days = first === last ? last : t("numbers.dates", { first, last });
  const said = period === "free" ? days : t("numbers.period_of", { period: t(`numbers.period.${period}`), days });
  return t("numbers.span", { days: said, city: t("city.name") });
}

/** "Made on 29 Nov 2026, 18:05". */
export const formatMade = ({ madeAt, zone }: ReportSpan, t: Translate): string =>
  t("numbers.made", { day: formatDate(inZone(madeAt, zone).toISODate(), t), time: formatTime(madeAt, zone) });
