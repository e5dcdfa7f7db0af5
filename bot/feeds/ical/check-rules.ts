import type ICAL from "ical.js";
import { FeedError } from "../problem.ts";

/** Dates taken out of a rule, put in beside it, or moved: a daily one of five years has some hundreds of holidays. */
export const mostExceptions = 2_000;
/** A step is a day or a week. A leap day is met within eight years, which are 2,922 days. */
const mostSteps = 3_000;
const day = 86_400_000;

/** Throws a `FeedError` for a time zone that changes by another rule than one a year: its library counts from 1601 on. */
export function checkZones(calendar: ICAL.Component): void {
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    for (const rule of zone.getAllSubcomponents().flatMap(rulesOf)) {
      if (rule.freq === "YEARLY") continue;
      const detail = `time zone ${String(zone.getFirstPropertyValue("tzid")).slice(0, 40)}: FREQ=${rule.freq}`;
      throw new FeedError({ code: "no_calendar", detail });
    }
  }
}

export const rulesOf = (component: ICAL.Component): ICAL.Recur[] =>
  component.getAllProperties("rrule").flatMap((property) => {
    const rule: unknown = property.getFirstValue();
    return isRule(rule) ? [rule] : [];
  });

const isRule = (value: unknown): value is ICAL.Recur => typeof value === "object" && value !== null && "freq" in value;

/** How many dates are taken out, put in or moved. */
export const countExceptions = (event: ICAL.Component, moved: readonly ICAL.Component[]): number =>
  ["exdate", "rdate"]
    .flatMap((name) => event.getAllProperties(name))
    .reduce((sum, property) => sum + property.getValues().length, moved.length);

/**
 * Whether a rule by days or weeks has a date at all. Of one that has none the library looks for its next date for ever, in
 * one call (kewisch/ical.js#1038). Rules by months and years end by themselves there.
 */
export function hasAnyDate({ freq, interval, parts }: ICAL.Recur, start: ICAL.Time): boolean {
  if (freq !== "DAILY" && freq !== "WEEKLY") return true;
  if (Object.keys(parts).length === 0) return true;
  const first = Date.UTC(start.year, start.month - 1, start.day);
  const width = freq === "DAILY" ? 1 : 7;
  const stride = Math.max(1, interval) * width * day;
  for (let step = 0; step < mostSteps; step += 1) {
    for (let within = 0; within < width; within += 1) {
      if (fits(parts, new Date(first + step * stride + within * day))) return true;
    }
  }
  return false;
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function fits(parts: ICAL.Recur["parts"], date: Date): boolean {
  const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const dayOfYear = Math.round((date.getTime() - Date.UTC(year, 0, 1)) / day) + 1;
  const daysOfYear = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / day);
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYDAY } = parts as Partial<Record<string, readonly (number | string)[]>>;
  const isOneOf = (all: readonly (number | string)[] | undefined, ...values: readonly number[]): boolean =>
    all === undefined || values.some((value) => all.map(Number).includes(value));
  return (
    isOneOf(BYMONTH, month + 1) &&
    isOneOf(BYMONTHDAY, dayOfMonth, dayOfMonth - lastOfMonth - 1) &&
    isOneOf(BYYEARDAY, dayOfYear, dayOfYear - daysOfYear - 1) &&
    (BYDAY === undefined || BYDAY.some((said) => String(said).endsWith(weekdays[date.getUTCDay()] ?? "?")))
  );
}
