import { DateTime } from "luxon";
import { inZone } from "../../words/time/local-time.ts";
import { type Filters, isArchive, type Scope } from "./list-query.ts";

/** Occurrences that touch [from, to); those begun before `from` only where `begun` says so. */
export interface TimeWindow {
  from: Date;
  to: Date;
  begun: boolean;
}

/** An evening ends at four in the morning. */
const nightEnds = 4;

/** How far ahead "near me" looks, in days. */
const nearDays = 7;

/** How far back the archive goes, in years: further than any recording. */
const archiveYears = 50;

/** The time that a list covers with its filters: of what is over, the year that was chosen. */
export function listWindow(scope: Scope, { year }: Filters, now: Date, zone: string): TimeWindow {
  if (year === undefined || !isArchive(scope.kind)) return timeWindow(scope, now, zone);
  const from = DateTime.fromObject({ year }, { zone: inZone(now, zone).zone });
  const next = from.plus({ years: 1 }).toMillis();
  return { from: from.toJSDate(), to: new Date(Math.min(next, now.getTime())), begun: false };
}

/** The time that a list covers, seen from `now` in `zone`. */
export function timeWindow(scope: Scope, now: Date, zone: string): TimeWindow {
  const here = inZone(now, zone);
  const today = here.startOf("day");
  switch (scope.kind) {
    case "tonight":
    case "home":
    case "town":
      return { from: now, to: nightEnd(here).toJSDate(), begun: true };
    case "today":
      return { from: now, to: today.plus({ days: 1 }).toJSDate(), begun: true };
    case "tomorrow":
      return days(today.plus({ days: 1 }), 1);
    case "weekend":
      return weekend(today, now);
    case "next_weekend":
      return days(saturdayOf(today).plus({ weeks: 1 }), 2);
    case "week":
      return { from: now, to: today.plus({ days: 7 }).toJSDate(), begun: true };
    case "date":
      return dateWindow(DateTime.fromISO(scope.date, { zone: here.zone }), today, now);
    case "live":
      // Begun already, so nothing that starts after now.
      return { from: now, to: new Date(now.getTime() + 1), begun: true };
    case "ongoing":
      return { from: now, to: new Date(now.getTime() + 1), begun: true };
    case "near":
      return { from: now, to: today.plus({ days: nearDays }).toJSDate(), begun: true };
    case "archive":
    case "archive_new":
      return { from: here.minus({ years: archiveYears }).toJSDate(), to: now, begun: false };
    case "past":
    case "past_best":
      return { from: here.minus({ years: 1 }).toJSDate(), to: now, begun: false };
  }
}

function nightEnd(here: DateTime): DateTime {
  const ends = here.startOf("day").set({ hour: nightEnds });
  return here < ends ? ends : here.startOf("day").plus({ days: 1 }).set({ hour: nightEnds });
}

function days(start: DateTime, count: number): TimeWindow {
  return { from: start.toJSDate(), to: start.plus({ days: count }).toJSDate(), begun: false };
}

/** The Saturday of this week. */
const saturdayOf = (today: DateTime): DateTime => today.plus({ days: 6 - today.weekday });

/** Saturday and Sunday; what is left of them once they have begun. */
function weekend(today: DateTime, now: Date): TimeWindow {
  if (today.weekday < 6) return days(saturdayOf(today), 2);
  const monday = today.plus({ days: 8 - today.weekday });
  return { from: now, to: monday.toJSDate(), begun: true };
}

function dateWindow(day: DateTime, today: DateTime, now: Date): TimeWindow {
  return day.hasSame(today, "day") ? { from: now, to: day.plus({ days: 1 }).toJSDate(), begun: true } : days(day, 1);
}
