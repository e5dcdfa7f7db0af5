import { DateTime } from "luxon";

/** The wall clock of a zone (IANA name) at an instant. Throws for a zone that does not exist. */
export function inZone(instant: Date, zone: string): DateTime<true> {
  const local = DateTime.fromJSDate(instant, { zone });
  if (!local.isValid) throw new RangeError(`${local.invalidReason}: ${local.invalidExplanation}`);
  return local;
}

/**
 * Counts the midnights from one wall clock to another; a day of 23 or 25 hours is one day.
 * By the calendar fields alone: luxon's own `startOf` and `hasSame` ask Intl for the zone's offset again, some 50 µs each.
 */
export function daysBetween(from: DateTime<true>, to: DateTime<true>): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber({ year, month, day }: DateTime<true>): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
