import { DateTime } from "luxon";
import type { FigureDate } from "./figures.ts";

/** A day as it was said: by its date, without a year where none was, counted from today, or the last one of a time. */
export type Day =
  | ({ kind: "date" } & FigureDate)
  | { kind: "ahead"; days: number }
  /** The next day of that number in any month. */
  | { kind: "of month"; day: number }
  /** ISO, 1 is Monday: of this or the next calendar week, or so many weeks behind the coming one. */
  | { kind: "weekday"; weekday: number; week: "this" | "next" | number }
  | { kind: "end"; of: "week" | "month" | "year" | MonthOf };

/** A month by its name, 1 is January. */
interface MonthOf {
  month: number;
  year: number | null;
}

/** When something is read, and the zone (IANA name) that it speaks in. */
export interface Reading {
  now: Date;
  zone: string;
}

/** A past date is meant as past when it is this near, in days; else next year is meant. */
const nearPast = 60;

/** The ISO date of a day, not before `after` unless its year was said; null for one that does not exist. */
export function resolveDay(said: Day, { now, zone }: Reading, after = ""): string | null {
  const today = DateTime.fromJSDate(now, { zone }).startOf("day");
  if (said.kind === "ahead") return addDays(today.toFormat("yyyy-MM-dd"), said.days);
  if (said.kind === "end") return lastDay(said.of, today, after);
  if (said.kind === "weekday") return dayOfWeek(said, today);
  if (said.kind === "of month") return dayOfMonth(said.day, today, after);
  const date = isoDate(said, today);
  if (date === null || said.year !== null || date >= after) return date;
  return isoDate({ ...said, year: Number(date.slice(0, 4)) + 1 }, today);
}

function dayOfWeek({ weekday, week }: Extract<Day, { kind: "weekday" }>, today: DateTime): string {
  const isCalendar = week === "this" || week === "next";
  const days = isCalendar
    ? weekday - today.weekday + (week === "next" ? 7 : 0)
    : ((weekday - today.weekday + 7) % 7) + week * 7;
  return today.plus({ days }).toFormat("yyyy-MM-dd");
}

/** The next day of a number, today included and not before `after`; null for numbers that no month has. */
function dayOfMonth(day: number, today: DateTime, after: string): string | null {
  // Of three months one has 31 days.
  for (const months of [0, 1, 2, 3, 4]) {
    const first = DateTime.max(today, DateTime.fromISO(after || "2000-01-01", { zone: today.zone }));
    const month = first.startOf("month").plus({ months });
    const date = month.set({ day: Math.min(day, month.daysInMonth ?? day) });
    if (date.day === day && date >= first) return date.toFormat("yyyy-MM-dd");
  }
  return null;
}

/** The date of a day said by its number alone whose hour, in minutes after midnight, is still to come; of others their date. */
export function resolveComing(said: Day, minutes: number | null, reading: Reading, after = ""): string | null {
  const date = resolveDay(said, reading, after);
  if (said.kind !== "of month" || minutes === null || date !== todayOf(reading)) return date;
  const { hour, minute } = DateTime.fromJSDate(reading.now, { zone: reading.zone });
  return minutes > hour * 60 + minute ? date : resolveDay(said, reading, addDays(date, 1));
}

/** The last day of a time that is under way, or of the next month of that name. */
function lastDay(of: Extract<Day, { kind: "end" }>["of"], today: DateTime, after: string): string {
  if (typeof of === "string") return today.endOf(of).toFormat("yyyy-MM-dd");
  const year = of.year ?? (of.month < today.month ? today.year + 1 : today.year);
  const date = (inYear: number) =>
    DateTime.fromObject({ year: inYear, month: of.month }).endOf("month").toFormat("yyyy-MM-dd");
  return of.year === null && date(year) < after ? date(year + 1) : date(year);
}

/** Today in the zone, as an ISO date. */
export const todayOf = ({ now, zone }: Reading): string => DateTime.fromJSDate(now, { zone }).toFormat("yyyy-MM-dd");

function isoDate({ day, month, year }: { day: number; month: number; year: number | null }, today: DateTime) {
  const said = DateTime.fromObject({ year: year ?? today.year, month, day }, { zone: "utc" });
  if (!said.isValid) return year === null && month === 2 && day === 29 ? leapDay(today.year) : null;
  const isPast = year === null && today.setZone("utc", { keepLocalTime: true }).diff(said, "days").days > nearPast;
  const meant = isPast ? DateTime.fromObject({ year: said.year + 1, month, day }, { zone: "utc" }) : said;
  // "29 February" in a leap year that is over means the next one.
  return meant.isValid ? meant.toISODate() : leapDay(said.year + 1);
}

/** "29 February" in a common year means the next one there is. */
const leapDay = (year: number): string =>
  DateTime.fromObject({ year }).isInLeapYear ? `${year}-02-29` : leapDay(year + 1);

/** An ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The ISO weekday of an ISO date, 1 is Monday. */
export const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
