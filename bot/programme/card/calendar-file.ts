import { DateTime } from "luxon";
import { tzlib_get_ical_block } from "timezones-ical-library";

import type { Translate } from "../../words/translator.ts";
import { deepLink } from "./buttons.ts";
import type { Card } from "./card.ts";
import { textIn, wordsOf } from "./words.ts";

/** RFC 5545, 3.1: a line has at most 75 octets; a Cyrillic letter has two. */
const longestLine = 75;

const statuses = {
  scheduled: "CONFIRMED",
  moved: "CONFIRMED",
  postponed: "TENTATIVE",
  cancelled: "CANCELLED",
} as const;

/**
 * An occurrence as an iCalendar file (RFC 5545), in the zone of the event, so that a calendar abroad shows it right.
 * The UID stays for good and SEQUENCE rises with each move, so a newer file replaces an older one.
 */
export function formatCalendarFile(
  card: Card,
  t: Translate,
  { now, botUsername }: { now: Date; botUsername: string },
): string {
  const { words } = wordsOf(card.texts, t.language);
  const place = card.place && textIn(card.place.texts, t.language);
  const [zone = "", zoneId = `TZID=${card.timeZone}`] = tzlib_get_ical_block(card.timeZone);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Ishek//Ishek//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...zone.split(/\r?\n/).filter(Boolean),
    "BEGIN:VEVENT",
    `UID:occurrence-${card.occurrenceId}@${botUsername}.t.me`,
    `SEQUENCE:${card.sequence}`,
    `DTSTAMP:${utc(now)}`,
    `LAST-MODIFIED:${utc(card.changedAt)}`,
    ...times(card, zoneId),
    text("SUMMARY", words.title),
    ...(words.summary ? [text("DESCRIPTION", words.summary)] : []),
    ...(place ? [text("LOCATION", [place.title, place.address].filter(Boolean).join(", "))] : []),
    ...(card.place?.latitude != null && card.place.longitude != null
      ? [`GEO:${card.place.latitude};${card.place.longitude}`]
      : []),
    `URL:${deepLink(botUsername, card.occurrenceId)}`,
    `STATUS:${statuses[card.status]}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** Without an hour it is an all-day entry; an end that is only a guess is left out. */
function times(card: Card, zoneId: string): string[] {
  const local = (instant: Date) => DateTime.fromJSDate(instant, { zone: card.timeZone });
  if (!card.hasStartTime) {
    const days = [card.startsAt, card.hasEndTime ? card.endsAt : card.startsAt].map((instant) =>
      local(instant).startOf("day"),
    );
    const [first, last] = days;
    return [
      `DTSTART;VALUE=DATE:${first?.toFormat("yyyyMMdd")}`,
      `DTEND;VALUE=DATE:${last?.plus({ days: 1 }).toFormat("yyyyMMdd")}`,
    ];
  }
  const stamp = (name: string, instant: Date) => `${name};${zoneId}:${local(instant).toFormat("yyyyMMdd'T'HHmmss")}`;
  return [stamp("DTSTART", card.startsAt), ...(card.hasEndTime ? [stamp("DTEND", card.endsAt)] : [])];
}

const utc = (instant: Date) => DateTime.fromJSDate(instant, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'");

/** A TEXT value (3.3.11): backslash, semicolon, comma and line breaks are escaped. */
const text = (name: string, value: string) => `${name}:${value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n")}`;

/** Breaks a long line between characters, never inside one; the rest of it begins with a space. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** What the file is called on a phone: the title, without what file systems refuse. */
export function calendarFileName(title: string): string {
  const name = title
    .replace(/[\\/:*?"<>|\p{C}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${[...name].slice(0, 60).join("").trim() || "event"}.ics`;
}
