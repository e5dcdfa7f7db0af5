import type { DateTime } from "luxon";
import type { Translate } from "../messages/translator.ts";
import { tatarNumberLocative } from "../tatar.ts";
import { daysBetween, inZone } from "./local-time.ts";

/** A day with its weekday, as it stands inside a sentence: "чт, 20 ноября"; with the year unless it is the current one. */
export function formatDay(day: Date, t: Translate, zone: string, now: Date): string {
  const local = inZone(day, zone);
  return t("date.with_weekday", {
    weekday: t(`date.weekday.${local.weekday}`),
    date: formatDateRange(local, local, t, inZone(now, zone)),
  });
}

/** The days from the first to the last: "20–25 ноября", "20 ноября – 5 декабря"; one day comes with its weekday. */
export function formatDays(first: Date, last: Date, t: Translate, zone: string, now: Date): string {
  const [from, to] = [inZone(first, zone), inZone(last, zone)];
  return daysBetween(from, to) === 0 ? formatDay(first, t, zone, now) : formatDateRange(from, to, t, inZone(now, zone));
}

/** Answers "when?": "в четверг, 20 ноября", "20 ноябрьдә, пәнҗешәмбе көнне", "on Thursday 20 November". */
export function formatOnDay(day: Date, t: Translate, zone: string, now: Date): string {
  const local = inZone(day, zone);
  const isThisYear = local.year === inZone(now, zone).year;
  const month = isThisYear ? t(`date.on_month.${local.month}`) : t(`date.on_month_of_year.${local.month}`);
  const date = t("date.day_of_month", { day: String(local.day), month });
  return t("date.on_day", {
    weekday: t(`date.on_weekday.${local.weekday}`),
    date: isThisYear ? date : t("date.of_year", { date, year: String(local.year) }),
  });
}

/** The time of day: "19:00", the same in all languages. */
export function formatTime(instant: Date, zone: string): string {
  const { hour, minute } = inZone(instant, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** Answers "at what time?": "в 19:00", "19:00дә", "at 19:00". */
export function formatAtTime(instant: Date, t: Translate, zone: string): string {
  const time = formatTime(instant, zone);
  const inflected = t.language === "tt" ? time + tatarNumberLocative(inZone(instant, zone).minute) : time;
  return t("date.at_time", { time: inflected });
}

function formatDateRange(from: DateTime<true>, to: DateTime<true>, t: Translate, now: DateTime<true>): string {
  const withYear = (date: string, year: number) => t("date.of_year", { date, year: String(year) });
  const isThisYear = from.year === now.year && to.year === now.year;
  // Tatar has another form of the month beside a year.
  const monthOf = ({ month }: DateTime<true>) =>
    isThisYear ? t(`date.month.${month}`) : t(`date.month_of_year.${month}`);
  const dayOf = (local: DateTime<true>) => t("date.day_of_month", { day: String(local.day), month: monthOf(local) });

  if (from.year !== to.year) {
    return t("date.between", { from: withYear(dayOf(from), from.year), to: withYear(dayOf(to), to.year) });
  }
  const range = () => {
    if (daysBetween(from, to) === 0) return dayOf(from);
    if (from.month !== to.month) return t("date.between", { from: dayOf(from), to: dayOf(to) });
    return t("date.days_of_month", { from: String(from.day), to: String(to.day), month: monthOf(from) });
  };
  return isThisYear ? range() : withYear(range(), from.year);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
