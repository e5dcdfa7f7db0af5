import type { MonthNumbers } from "luxon";
import type { Translate } from "../messages/translator.ts";

/** The heading of a month in the inline calendar: "Ноябрь 2025". */
export function formatMonthTitle(year: number, month: MonthNumbers, t: Translate): string {
  return t("date.calendar_title", { month: t(`date.month_title.${month}`), year: String(year) });
}

/** The seven column heads of the inline calendar, Monday first. */
export function weekdayHeads(t: Translate): string[] {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => t(`date.weekday_head.${weekday}`));
}
