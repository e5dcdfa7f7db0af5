import tzLookup from "@photostructure/tz-lookup";
import { IANAZone } from "luxon";

/**
 * The time zone (IANA name) of a place in degrees, WGS 84; null on the open sea, where ships keep their own. From a map
 * of 73 kB that is exact to some kilometres at a border, so the time it gives is shown to the person at once.
 */
export function zoneAt(latitude: number, longitude: number): string | null {
  const zone = tzLookup(latitude, longitude);
  return zone.startsWith("Etc/") || !IANAZone.isValidZone(zone) ? null : zone;
}
