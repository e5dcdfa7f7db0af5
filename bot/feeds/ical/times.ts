import type ICAL from "ical.js";
import type { RecordProblem } from "../problem.ts";
import { checkZones } from "./check-zones.ts";
import type { CalendarLines } from "./components.ts";
import type { ContentLine } from "./content-line.ts";
import { type CalendarZone, tableZone, utc, type WallTime, zoneOf } from "./zones.ts";

/** A day, or an hour on a wall of a zone. */
export interface CalendarTime {
  wall: WallTime;
  isDay: boolean;
  zone: CalendarZone;
}

const firstYear = 1970;
const lastYear = 2199;

/** What the times of a calendar are read with. */
export class CalendarTimes {
  readonly #tables = new Map<string, CalendarZone | null>();
  readonly #calendar: CalendarLines;
  readonly #floating: CalendarZone;
  readonly #ical: typeof ICAL;

  /** `floating`: the zone of what names none. */
  constructor(ical: typeof ICAL, calendar: CalendarLines, floating: CalendarZone) {
    this.#ical = ical;
    this.#calendar = calendar;
    this.#floating = zoneOf(calendar.properties.get("X-WR-TIMEZONE") ?? "") ?? floating;
  }

  /** The zone of times that name none. */
  get floating(): CalendarZone {
    return this.#floating;
  }

  /** Parses the times of a property, periods by their start; null for what is no time. `remarks`: zones that nobody knows. */
  parse({ value, parameters }: ContentLine, remarks: RecordProblem[]): (CalendarTime & { period?: string })[] | null {
    const said = value.trim().split(",").filter(Boolean);
    const zone = this.#zoneFor(parameters.get("TZID"), remarks);
    const times = said.map((one) => {
      const [start = "", period] = one.split("/");
      const time = parseTime(start.trim(), zone);
      return time && (period === undefined ? time : { ...time, period: period.trim() });
    });
    const known = times.filter((time) => time !== null);
    return known.length === times.length && known.length > 0 ? known : null;
  }

  #zoneFor(tzid: string | undefined, remarks: RecordProblem[]): CalendarZone {
    if (tzid === undefined || tzid.trim() === "") return this.#floating;
    const zone = zoneOf(tzid) ?? this.#tableOf(tzid);
    if (zone !== null) return zone;
    if (!remarks.some((one) => one.code === "unknown_zone"))
      remarks.push({ code: "unknown_zone", said: tzid.slice(0, 60) });
    return this.#floating;
  }

  /** The zone that the calendar itself explains. */
  #tableOf(tzid: string): CalendarZone | null {
    const known = this.#tables.get(tzid);
    if (known !== undefined) return known;
    const lines = this.#calendar.zones.get(tzid);
    const named = lines?.find((line) => line.startsWith("X-LIC-LOCATION:"))?.slice("X-LIC-LOCATION:".length);
    const zone = zoneOf(named ?? "") ?? (lines === undefined ? null : readTable(this.#ical, tzid, lines));
    this.#tables.set(tzid, zone);
    return zone;
  }
}

function readTable(ical: typeof ICAL, tzid: string, lines: readonly string[]): CalendarZone | null {
  try {
    const component = new ical.Component(ical.parse(lines.join("\r\n")));
    checkZones(component);
    const zone = new ical.Timezone({ component, tzid });
    return tableZone((wall) => {
      const at = new Date(wall);
      const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
      const [hour, minute, second] = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()];
      return (
        wall -
        zone.utcOffset(
          new ical.Time({ year, month, day, hour, minute, second, isDate: false }, ical.Timezone.utcTimezone),
        ) *
          1_000
      );
    });
  } catch {
    // Nothing is taken from a table that cannot be followed: its zone is one that nobody knows.
    return null;
  }
}

/** "20261205", "20261205T190000", "20261205T160000Z", also with hyphens and colons. */
export function parseTime(said: string, zone: CalendarZone): CalendarTime | null {
  const match = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/u.exec(said);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const isReal = new Date(wall).getUTCDate() === day && month <= 12 && hour <= 23 && minute <= 59 && second <= 60;
  if (!isReal || year < firstYear || year > lastYear) return null;
  return { wall, isDay: match[4] === undefined, zone: match[7] === "Z" ? utc : zone };
}

/** A length as RFC 5545 writes it, "PT1H30M", in milliseconds; null for what is none, or is longer than a year. */
export function parseDuration(said: string): number | null {
  const match = /^\+?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/u.exec(
    said.trim(),
  );
  if (match === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const length = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;
  return length > 0 && length <= 366 * 86_400_000 ? length : null;
}
