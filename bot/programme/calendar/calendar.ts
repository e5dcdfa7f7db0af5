import { tzlib_get_ical_block } from "timezones-ical-library";
import { inZone } from "../../words/time/local-time.ts";
import { type CalendarEntry, entryLines } from "./calendar-entry.ts";
import { joinContentLines } from "./content-line.ts";

export interface CalendarOptions {
  botUsername: string;
  /** Properties of the calendar itself, behind PRODID and CALSCALE. */
  properties: readonly string[];
  /** DTSTAMP of an entry. */
  stampedAt(entry: CalendarEntry): Date;
}

/** An iCalendar object (RFC 5545) with a VTIMEZONE for each zone used, so that a calendar abroad shows the times right. */
export function formatCalendar(
  entries: readonly CalendarEntry[],
  { botUsername, properties, stampedAt }: CalendarOptions,
): string {
  // By TZID: of two names of one zone, the library knows the newer one only.
  const zones = new Map<string, string[]>();
  const events = entries.flatMap((entry) => {
    const { id, lines } = describeZone(entry.timeZone);
    const isKnown = [entry.startsAt, entry.endsAt].every((at) => hasOffset(lines, at, entry.timeZone));
    if (isKnown) zones.set(id, lines);
    return entryLines(entry, { botUsername, stampedAt: stampedAt(entry), zoneId: isKnown ? id : null });
  });
  return joinContentLines([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ishek//Ishek//EN",
    "CALSCALE:GREGORIAN",
    ...properties,
    ...[...zones.values()].flat(),
    ...events,
    "END:VCALENDAR",
  ]);
}

/** Whether a description of a zone has its offset of that time: it tells of today's rules, and Casablanca had others in 2024. */
function hasOffset(lines: readonly string[], at: Date, zone: string): boolean {
  const offset = inZone(at, zone).toFormat("ZZZ");
  return lines.some((line) => line.startsWith("TZOFFSETTO:") && line.endsWith(offset));
}

/** Throws for a zone that the library does not know: it would answer with a sentence in place of a name. */
function describeZone(zone: string): { id: string; lines: string[] } {
  const answer = tzlib_get_ical_block(zone);
  const [block, id] = Array.isArray(answer) ? answer : [];
  if (block === undefined || id === undefined) throw new RangeError(`no VTIMEZONE for ${zone}`);
  return { id, lines: block.split(/\r?\n/).filter(Boolean) };
}
