import { addDays } from "../when/days.ts";
import type { Translate } from "../words/messages/translator.ts";
import { tatarNumberDirective } from "../words/tatar.ts";
import { formatAtTime, formatDay, formatDays, formatOnDay, formatTime } from "../words/time/dates.ts";
import { daysBetween, inZone } from "../words/time/local-time.ts";
import { startOfDay } from "../words/time/start-of-day.ts";
import { type OpeningHours, type OpenSpan, type OpenState, openState } from "./opening-hours.ts";

/** Whom hours are told, and when, by the city's zone. */
interface HoursReader {
  t: Translate;
  zone: string;
  now: Date;
}

/** An end before this hour belongs to the evening before. */
const morning = 6;
/** Days of their own are told so many days before they begin, and so many of them. */
const ownDaysAhead = 45;
const mostOwnDays = 4;

/** "Open now until 18:00", "Closed, opens tomorrow at 10:00" */
export const formatOpenNow = (hours: OpeningHours, reader: HoursReader): string =>
  formatOpenState(openState(hours, reader), reader);

export function formatOpenState(state: OpenState, { t, zone, now }: HoursReader): string {
  const today = inZone(now, zone);
  if (state.kind === "open") {
    if (state.until === null) return t("opening.always_open");
    const ahead = daysBetween(today, inZone(state.until, zone));
    const { hour, minute } = inZone(state.until, zone);
    const clock = formatTime(state.until, zone);
    // In Tatar the time has an ending before «кадәр», by its hour where there are no minutes.
    const time = t.language === "tt" ? clock + tatarNumberDirective(minute) : clock;
    const isNear = ahead === 0 || (ahead === 1 && hour < morning);
    return isNear
      ? t("opening.until", { time })
      : t("opening.until_day", { day: formatDay(state.until, t, zone, now), time });
  }
  if (state.opensAt === null) return t("opening.closed");
  const time = formatAtTime(state.opensAt, t, zone);
  const ahead = daysBetween(today, inZone(state.opensAt, zone));
  if (ahead === 0) return t("opening.opens_today", { time });
  if (ahead === 1) return t("opening.opens_tomorrow", { time });
  return t("opening.opens_on", { day: formatOnDay(state.opensAt, t, zone, now), time });
}

/** The hours of the week, of holidays, and of days of their own that are near: "Tue–Sun 10:00–18:00; Mon closed". */
export function formatHours({ week, holidays, days }: OpeningHours, { t, zone, now }: HoursReader): string {
  const today = inZone(now, zone).toISODate();
  const near = days
    .filter(({ first, last }) => last >= today && first <= addDays(today, ownDaysAhead))
    .slice(0, mostOwnDays);
  return [
    ...formatWeek(week, t),
    ...(holidays === null
      ? []
      : [
          holidays.length === 0
            ? t("opening.holidays_off")
            : t("opening.holidays", { hours: formatSpans(holidays, t) }),
        ]),
    ...near.map(({ first, last, spans }) => {
      const named = formatDays(startOfDay(first, zone), startOfDay(last, zone), t, zone, now);
      return spans.length === 0
        ? t("opening.own_off", { days: named })
        : t("opening.own", { days: named, hours: formatSpans(spans, t) });
    }),
  ].join("; ");
}

/** Weekdays with the same hours together, in the order of the week; days off last. */
function formatWeek(week: readonly OpenSpan[][], t: Translate): string[] {
  const alike = Map.groupBy([0, 1, 2, 3, 4, 5, 6], (day) => formatSpans(week[day] ?? [], t));
  const rows = [...alike].map(([hours, days]) => ({ hours, days: days.length === 7 ? null : formatWeekdays(days, t) }));
  const ordered = [...rows.filter(({ hours }) => hours !== ""), ...rows.filter(({ hours }) => hours === "")];
  return ordered.map(({ hours, days }) => {
    const named = days ?? t("opening.every_day");
    return hours === "" ? t("opening.row_off", { days: named }) : t("opening.row", { days: named, hours });
  });
}

/** "вт, ср, пт–вс"; two days that follow each other stay two. */
function formatWeekdays(days: readonly number[], t: Translate): string {
  const name = (day: number) => t(`date.weekday.${numberOf(day)}`);
  const runs: number[][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) => {
      const [first = 0, end = 0] = [run[0], run.at(-1)];
      return run.length > 2 ? [t("opening.days", { from: name(first), to: name(end) })] : run.map(name);
    })
    .join(", ");
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const numberOf = (day: number): (typeof weekdays)[number] => weekdays[day] ?? 1;

const isRoundTheClock = (spans: readonly OpenSpan[]): boolean => spans[0]?.from === 0 && spans[0].until === 1440;

const formatSpans = (spans: readonly OpenSpan[], t: Translate): string =>
  isRoundTheClock(spans)
    ? t("opening.around_the_clock")
    : spans.map(({ from, until }) => t("date.hours", { from: formatClock(from), to: formatClock(until) })).join(", ");

/** "10:00"; a minute of the next day by its own clock. */
const formatClock = (minutes: number): string => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
};
