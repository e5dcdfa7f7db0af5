import { DateTime } from "luxon";
import type { OccurrenceStatus } from "../event.ts";
import { textLine, utcStamp } from "./content-line.ts";

/** One date of an event, or a lesson, in the reader's words, as a calendar keeps it. */
export interface CalendarEntry {
  /** Its name among all entries, for good: "occurrence-12", "lesson-7". */
  uid: string;
  title: string;
  summary: string | null;
  where: string | null;
  /** Degrees, WGS 84. */
  latitude: number | null;
  longitude: number | null;
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
  /** IANA name of the zone in which it takes place. */
  timeZone: string;
  status: OccurrenceStatus;
  sequence: number;
  changedAt: Date;
  /** Leads to its card, or its group. */
  url: string;
}

/** A date that a person is reminded of, or a lesson of theirs. */
export type FeedEntry = Omit<CalendarEntry, "uid" | "url"> & {
  kind: "occurrence" | "lesson";
  id: number;
  /** Group of a lesson; null: an event. */
  groupId: number | null;
};

/** A postponed date has no new time yet, so its old one is only a maybe. */
const statuses = {
  scheduled: "CONFIRMED",
  moved: "CONFIRMED",
  postponed: "TENTATIVE",
  cancelled: "CANCELLED",
} as const;

/** A name for a bot that may stand behind an "@": of one whose page is no page of Telegram's, the parts of its address. */
const hostOf = (bot: string): string => (bot.includes("/") ? bot.split("/").reverse().join(".") : `${bot}.t.me`);

/**
 * The lines of a VEVENT (RFC 5545, 3.6.1). The UID stays for good, the same in a file and in a feed, and SEQUENCE rises
 * with each move, so what is newer replaces what is older. `stampedAt` becomes DTSTAMP, `zoneId` is the TZID parameter; null: times
 * are written in UTC.
 */
export function entryLines(
  entry: CalendarEntry,
  options: { botUsername: string; stampedAt: Date; zoneId: string | null },
): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}@${hostOf(options.botUsername)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utcStamp(options.stampedAt)}`,
    `LAST-MODIFIED:${utcStamp(entry.changedAt)}`,
    ...times(entry, options.zoneId),
    textLine("SUMMARY", entry.title),
    ...(entry.summary ? [textLine("DESCRIPTION", entry.summary)] : []),
    ...(entry.where ? [textLine("LOCATION", entry.where)] : []),
    ...(entry.latitude !== null && entry.longitude !== null ? [`GEO:${entry.latitude};${entry.longitude}`] : []),
    `URL:${entry.url}`,
    `STATUS:${statuses[entry.status]}`,
    "END:VEVENT",
  ];
}

/** Without an hour it is an all-day entry; an end that is only a guess is left out. */
function times(
  { startsAt, endsAt, hasStartTime, hasEndTime, timeZone }: CalendarEntry,
  zoneId: string | null,
): string[] {
  const local = (instant: Date | number) => DateTime.fromMillis(Number(instant), { zone: timeZone });
  if (!hasStartTime) {
    // What ends at midnight does not reach into the next day.
    const last = hasEndTime ? Math.max(Number(startsAt), Number(endsAt) - 1) : startsAt;
    return [
      `DTSTART;VALUE=DATE:${local(startsAt).toFormat("yyyyMMdd")}`,
      `DTEND;VALUE=DATE:${local(last).plus({ days: 1 }).toFormat("yyyyMMdd")}`,
    ];
  }
  const stamp = (name: string, instant: Date) =>
    zoneId === null
      ? `${name}:${utcStamp(instant)}`
      : `${name};${zoneId}:${local(instant).toFormat("yyyyMMdd'T'HHmmss")}`;
  return [stamp("DTSTART", startsAt), ...(hasEndTime ? [stamp("DTEND", endsAt)] : [])];
}
