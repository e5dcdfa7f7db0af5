import { DateTime } from "luxon";
import { FeedError } from "../problem.ts";
import { parseComponents } from "./components.ts";
import { parseEvent } from "./event.ts";
import { datesOfEvent, type EventDates } from "./event-dates.ts";
import { CalendarTimes } from "./times.ts";
import { zoneNamed } from "./zones.ts";

/** Rules are followed so far ahead, in months, and look at so many days. */
const monthsAhead = 12;
const mostSteps = 20_000;

/** Works out the dates of a VEVENT that stands alone in a field of something else; null where there is none to read. */
export async function datesOfLoneEvent(
  text: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<EventDates | null> {
  const { default: ical } = await import("ical.js");
  try {
    const [calendar] = parseComponents(`BEGIN:VCALENDAR\r\n${text.trim()}\r\nEND:VCALENDAR\r\n`);
    const [lines] = calendar?.events ?? [];
    if (calendar === undefined || lines === undefined) return null;
    const city = zoneNamed(timeZone);
    const from = DateTime.fromJSDate(now, { zone: timeZone }).startOf("month");
    const wanted = {
      from: from.toMillis(),
      until: from.plus({ months: monthsAhead + 1 }).toMillis() - 1,
      city,
      budget: { steps: mostSteps },
    };
    return datesOfEvent(parseEvent(lines, new CalendarTimes(ical, calendar, city), false), [], wanted);
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}
