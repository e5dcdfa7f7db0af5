import type { DateTime } from "luxon";
import { inZone } from "../words/time/local-time.ts";

/** Hours in which people answer: on these weekdays (ISO, 1 is Monday), in minutes after midnight of the city's clock. */
export interface OfficeSpan {
  from: number;
  until: number;
  weekdays: readonly number[];
}

export type OfficeHours = readonly OfficeSpan[];

/** Hours of a city that has not said otherwise: Monday to Friday, from nine to six. */
export const usualOfficeHours: OfficeHours = [{ from: 9 * 60, until: 18 * 60, weekdays: [1, 2, 3, 4, 5] }];

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const form = /^([a-z]{3})(?:-([a-z]{3}))? +(\d{1,2}):(\d\d) *- *(\d{1,2}):(\d\d)$/;

/** Parses "Mon-Fri 9:00-18:00, Sat 10:00-14:00", as operators write it; undefined for anything else. */
export function parseOfficeHours(text: string): OfficeHours | undefined {
  const spans: OfficeSpan[] = [];
  for (const part of text.toLowerCase().split(/[,;]/)) {
    const [, first = "", last = first, ...clock] = form.exec(part.trim()) ?? [];
    const [begin, end] = [names.indexOf(first), names.indexOf(last)];
    const [fromHour = 99, fromMinute = 99, untilHour = 99, untilMinute = 99] = clock.map(Number);
    const [from, until] = [fromHour * 60 + fromMinute, untilHour * 60 + untilMinute];
    const isRight =
      begin >= 0 && end >= begin && fromMinute < 60 && untilMinute < 60 && from < until && until <= 24 * 60;
    if (!isRight) return undefined;
    spans.push({ from, until, weekdays: names.flatMap((_, day) => (day >= begin && day <= end ? [day + 1] : [])) });
  }
  return spans;
}

/** When people answer next, in a zone (IANA name): null while they do. Public holidays are not known to it. */
export function nextOpening(now: Date, hours: OfficeHours, zone: string): Date | null {
  const local = inZone(now, zone);
  const openings: Date[] = [];
  for (let day = 0; day <= 7; day += 1) {
    const date = local.plus({ days: day });
    for (const { from, until, weekdays } of hours) {
      if (!weekdays.includes(date.weekday)) continue;
      const opens = at(date, from);
      if (opens <= now && now < at(date, until)) return null;
      if (opens > now) openings.push(opens);
    }
  }
  return new Date(Math.min(...openings.map((opening) => opening.getTime())));
}

/** By the wall clock, so that a change to summer time moves nothing. */
const at = (date: DateTime, minutes: number): Date =>
  date.set({ hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0, millisecond: 0 }).toJSDate();
