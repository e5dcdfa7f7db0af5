import { DateTime } from "luxon";
import { z } from "zod";
import { addDays, type Reading, todayOf, weekdayOf } from "../when/days.ts";
import { listHolidays } from "../when/holidays.ts";

/** Doors are open between two minutes after midnight; an `until` over 1440 is on the day after. */
export interface OpenSpan {
  from: number;
  until: number;
}

/** Days with hours of their own, by ISO date, both ends included. */
export interface OwnDays {
  first: string;
  last: string;
  spans: OpenSpan[];
}

/** When doors are open, by the city's clock. */
export interface OpeningHours {
  /** From Monday on; a day without spans is a day off. */
  week: OpenSpan[][];
  /** Spans of public holidays, none: closed; null: nobody said, so as on any day. */
  holidays: OpenSpan[] | null;
  /** Stronger than the week and the holidays; of two that name a day the later one counts. */
  days: OwnDays[];
}

const minutesOfDay = 24 * 60;
const span = z
  .object({ from: z.number().int().min(0).max(minutesOfDay), until: z.number().int() })
  .refine(({ from, until }) => until > from && until - from <= minutesOfDay);
const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const stored = z.object({
  week: z.array(z.array(span)).length(7),
  holidays: z.array(span).nullable(),
  days: z.array(z.object({ first: isoDate, last: isoDate, spans: z.array(span) })),
});

/** Reads hours out of a column of the database; null for none, and for what no version of the program wrote. */
export const hoursOf = (value: unknown): OpeningHours | null => stored.safeParse(value).data ?? null;

/** When doors are open on an ISO date, in order. */
export function spansOn({ week, holidays, days }: OpeningHours, date: string): OpenSpan[] {
  const own = days.findLast(({ first, last }) => first <= date && date <= last);
  if (own !== undefined) return own.spans;
  if (holidays !== null && listHolidays(date, date).length > 0) return holidays;
  return week[weekdayOf(date) - 1] ?? [];
}

/** Whether doors are open, and what changes that: `until` null is around the clock, `opensAt` null beyond `farthest`. */
export type OpenState = { kind: "open"; until: Date | null } | { kind: "closed"; opensAt: Date | null };

/** Days that are looked through for the next opening. */
const farthest = 120;
/** Days without a closed door after which it is open around the clock. */
const roundTheClock = 8;

/** How doors stand at an instant. Spans that touch, across midnight too, are one. */
export function openState(hours: OpeningHours, reading: Reading): OpenState {
  const { now } = reading;
  const today = todayOf(reading);
  let until: Date | null = null;
  for (let ahead = -1; ahead <= farthest; ahead += 1) {
    if (until !== null && ahead > roundTheClock) return { kind: "open", until: null };
    for (const each of instantsOn(hours, addDays(today, ahead), reading.zone)) {
      if (until !== null && each.from > until) return { kind: "open", until };
      if (each.until <= now) continue;
      if (until === null && each.from > now) return { kind: "closed", opensAt: each.from };
      if (until === null || each.until > until) until = each.until;
    }
    // The day after may begin where this one ends.
    if (until !== null && until < startOf(addDays(today, ahead + 1), reading.zone)) return { kind: "open", until };
  }
  return { kind: "closed", opensAt: null };
}

const startOf = (date: string, zone: string): Date => DateTime.fromISO(date, { zone }).toJSDate();

/** The times between which doors are open on an ISO date, in order. */
export function instantsOn(hours: OpeningHours, date: string, zone: string): { from: Date; until: Date }[] {
  const midnight = DateTime.fromISO(date, { zone });
  // By the wall clock, so that a change to summer time moves nothing.
  const at = (minutes: number): Date =>
    midnight
      .plus({ days: Math.floor(minutes / minutesOfDay) })
      .set({ hour: Math.floor((minutes % minutesOfDay) / 60), minute: minutes % 60 })
      .toJSDate();
  return spansOn(hours, date).map(({ from, until }) => ({ from: at(from), until: at(until) }));
}
