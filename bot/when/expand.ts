import { DateTime } from "luxon";
import { addDays, weekdayOf } from "./days.ts";
import type { Hours } from "./hours.ts";
import { mostDates, type Recurrence } from "./recurrence.ts";

const minute = 60_000;
const dayLength = 24 * 60;

/** So far ahead dates are looked for: 200 of every other week take eight years, and pauses may leave none. */
const furthestDays = 10 * 366;

/** One date of a recurrence. */
export interface ExpandedDate {
  startsAt: Date;
  /** Null: nobody said how long it takes. */
  endsAt: Date | null;
  /** The wall clock in the zone, as a Date whose UTC fields are the local ones. */
  startsLocal: Date;
}

/**
 * The dates of a recurrence in order, at most 200. The wall clock of the zone (IANA name) stays the same over changes of
 * the clock; an hour that one leaves out becomes the hour after it.
 */
export function expandRecurrence(recurrence: Recurrence, zone: string): ExpandedDate[] {
  if (recurrence.kind === "dates") {
    return [...new Set(recurrence.dates)]
      .sort()
      .flatMap((date) => (recurrence.own?.[date] ?? [recurrence.hours]).map((hours) => dateAt(date, hours, zone)))
      .slice(0, mostDates);
  }
  const { byDay, interval, position = null, start, until, pauses } = recurrence;
  const expanded: ExpandedDate[] = [];
  const most = Math.min(recurrence.count ?? mostDates, mostDates);
  const firstWeekday = weekdayOf(start);
  for (let index = 0; index < furthestDays && expanded.length < most; index += 1) {
    const weekday = ((firstWeekday - 1 + index) % 7) + 1;
    const hours = byDay.filter((one) => one.weekday === weekday);
    const weeks = Math.floor((firstWeekday - 1 + index) / 7);
    if (hours.length === 0 || weeks % interval !== 0) continue;
    const date = addDays(start, index);
    if (until !== null && date > until) break;
    if (pauses.some(({ first, last }) => first <= date && date <= last)) continue;
    if (position === null || isAtPosition(date, position))
      expanded.push(...hours.map((one) => dateAt(date, one, zone)));
  }
  return expanded.slice(0, most);
}

/** Whether a date is the first, second … (-1: the last) of its weekday in the month. */
const isAtPosition = (date: string, position: number): boolean =>
  position > 0 ? Math.ceil(Number(date.slice(8)) / 7) === position : addDays(date, 7).slice(5, 7) !== date.slice(5, 7);

/** A date at hours of the wall clock; an end at or before the start is on the next day. */
export function dateAt(date: string, { from, until }: Hours, zone: string): ExpandedDate {
  const [year, month, day] = addDays(date, Math.floor(from / dayLength))
    .split("-")
    .map(Number);
  const local = DateTime.fromObject(
    { year, month, day, hour: Math.floor((from % dayLength) / 60), minute: from % 60 },
    { zone },
  );
  const startsAt = local.toJSDate();
  const length = until === null ? null : until > from ? until - from : until - from + dayLength;
  return {
    startsAt,
    endsAt: length === null ? null : new Date(startsAt.getTime() + length * minute),
    startsLocal: local.setZone("utc", { keepLocalTime: true }).toJSDate(),
  };
}
