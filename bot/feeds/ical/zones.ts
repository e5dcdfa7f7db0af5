import { DateTime, FixedOffsetZone, IANAZone } from "luxon";
import { windowsZones } from "./windows-zones.ts";

/** A time on a wall as milliseconds, as if it were UTC. */
export type WallTime = number;

/** How a wall clock becomes an instant, and back; both in milliseconds. */
export interface CalendarZone {
  toInstant(wall: WallTime): number;
  toWall(instant: number): WallTime;
}

const day = 86_400_000;

const byWindowsName = new Map(
  Object.entries(windowsZones).flatMap(([iana, names]) => names.map((name) => [name.toLowerCase(), iana] as const)),
);
const zones = new Map<string, CalendarZone>();

/**
 * The zone that a TZID names: by its IANA name, also behind what makes it unique ("/example.org/2026/Europe/Berlin"), by
 * that of Windows, or by an offset ("GMT+03:00"); undefined for a name that says nothing.
 */
export function zoneOf(said: string): CalendarZone | undefined {
  const name = said.trim().replace(/^"|"$/gu, "");
  const iana = ianaNameOf(name) ?? byWindowsName.get(name.toLowerCase());
  if (iana !== undefined) return zoneNamed(iana);
  const [, sign, hours, minutes = "0"] = /^\(?(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?\)?$/iu.exec(name) ?? [];
  return sign === undefined ? undefined : offsetZone((sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)));
}

/** «Europe/Berlin» may stand at the end of a longer name, and in other letters. */
function ianaNameOf(name: string): string | undefined {
  const parts = name.split("/").filter(Boolean).slice(-4);
  for (let from = 0; from < parts.length; from += 1) {
    const rest = parts.slice(from).join("/").replaceAll(" ", "_");
    // "EST5EDT" and such are IANA names, "Z" and numbers are none.
    if (/\p{L}{3}/u.test(rest) && IANAZone.isValidZone(rest)) return IANAZone.create(rest).name;
  }
  return undefined;
}

/** The zone of an IANA name that is known to be one. Offsets are kept by the day: luxon takes 10 µs for each. */
export function zoneNamed(iana: string): CalendarZone {
  const known = zones.get(iana);
  if (known !== undefined) return known;
  const zone = IANAZone.create(iana);
  const offsets = new Map<number, number | null>();
  /** Null: it changes on that day. */
  const offsetOn = (utcDay: number): number | null => {
    const kept = offsets.get(utcDay);
    if (kept !== undefined) return kept;
    const [first, last] = [zone.offset(utcDay * day), zone.offset((utcDay + 1) * day)];
    const offset = first === last ? first : null;
    if (offsets.size < 100_000) offsets.set(utcDay, offset);
    return offset;
  };
  const made: CalendarZone = {
    toInstant(wall) {
      const utcDay = Math.floor(wall / day);
      const offset = offsetOn(utcDay);
      const near = offset !== null && offset === offsetOn(utcDay - 1) && offset === offsetOn(utcDay + 1);
      if (near) return wall - offset * 60_000;
      return DateTime.fromMillis(wall, { zone: "utc" }).setZone(zone, { keepLocalTime: true }).toMillis();
    },
    toWall: (instant) => instant + (offsetOn(Math.floor(instant / day)) ?? zone.offset(instant)) * 60_000,
  };
  zones.set(iana, made);
  return made;
}

export const utc: CalendarZone = { toInstant: (wall) => wall, toWall: (instant) => instant };

function offsetZone(minutes: number): CalendarZone | undefined {
  if (Math.abs(minutes) > 14 * 60 || !FixedOffsetZone.instance(minutes).isValid) return undefined;
  return { toInstant: (wall) => wall - minutes * 60_000, toWall: (instant) => instant + minutes * 60_000 };
}

/** A zone by a table of its own; `toUtc` says which instant a wall clock means. */
export const tableZone = (toUtc: (wall: WallTime) => number): CalendarZone => ({
  toInstant: toUtc,
  toWall(instant) {
    // The offset of a wall clock near is that of the instant, unless it changes within a day.
    const guess = instant + (instant - toUtc(instant));
    return guess + (instant - toUtc(guess));
  },
});
