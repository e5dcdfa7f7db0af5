import type { Translate } from "../messages/translator.ts";
import { formatDays } from "./dates.ts";

export const periods = [
  "now",
  "tonight",
  "home",
  "town",
  "today",
  "tomorrow",
  "weekend",
  "next_weekend",
  "week",
] as const;
export type Period = (typeof periods)[number];

/** The heading of a list: "Сегодня вечером · чт, 20 ноября", "Выходные · 22–23 ноября". What is on now needs no date. */
export function formatPeriod(
  period: Period,
  days: { first: Date; last: Date },
  t: Translate,
  zone: string,
  now: Date,
): string {
  const name = t(`date.period.${period}`);
  if (period === "now") return name;
  return t("date.period.title", { period: name, date: formatDays(days.first, days.last, t, zone, now) });
}
