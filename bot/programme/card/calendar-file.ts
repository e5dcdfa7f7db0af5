import { after, id } from "../../doors/telegram/screen/codec.ts";
import { deepLink } from "../../doors/telegram/screen/deep-links.ts";
import { chooseFields } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatCalendar } from "../calendar/calendar.ts";
import type { CalendarEntry } from "../calendar/calendar-entry.ts";
import type { Card } from "./card.ts";
import { wordsOf } from "./words.ts";

/**
 * An occurrence as an iCalendar file. A newer file of it replaces an older one; by itself it never changes. `botUsername` is the
 * bot by which its entry is known again, whichever messenger the file is handed out by; `url` is where the entry leads.
 * Default: to that bot.
 */
export function formatCalendarFile(
  card: Card,
  t: Translate,
  { now, botUsername, url }: { now: Date; botUsername: string; url?: string },
): string {
  const entry = calendarEntryOf(card, t, url ?? deepLink(botUsername, { kind: "occurrence", id: card.occurrenceId }));
  return formatFile([entry], { now, botUsername });
}

/** Several entries as one file to be kept. */
export const formatFile = (
  entries: readonly CalendarEntry[],
  { now, botUsername }: { now: Date; botUsername: string },
): string => formatCalendar(entries, { botUsername, properties: ["METHOD:PUBLISH"], stampedAt: () => now });

/** An occurrence as a calendar keeps it; `url` is where it leads. */
export function calendarEntryOf(card: Card, t: Translate, url: string): CalendarEntry {
  const words = wordsOf(card.texts, t.language).fields;
  const place = card.place && chooseFields(card.place.texts, t.language)?.fields;
  return {
    ...card,
    uid: `occurrence-${card.occurrenceId}`,
    title: words.title,
    summary: words.summary ?? null,
    where: place ? [place.title, place.address].filter(Boolean).join(", ") : null,
    latitude: card.place?.latitude ?? null,
    longitude: card.place?.longitude ?? null,
    url,
  };
}

/** What the file is called on a phone: the title, without what file systems refuse and the ";" that ends it in a form. */
export function calendarFileName(title: string): string {
  const name = title
    .replace(/[\\/:;*?"<>|\p{C}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${[...name].slice(0, 60).join("").trim() || "event"}.ics`;
}

const fileOf = after("event-", id);

/** The address of a date's file on a page of ours (web/event-file.ts). */
export const eventFileUrl = (publicUrl: string, occurrenceId: number): string =>
  `${publicUrl}/calendar-file/${fileOf.encode(occurrenceId)}.ics`;

/** The date that the last part of such an address means; undefined where it means none. */
export const readEventFile = (name: string): number | undefined => fileOf.decode(name.replace(/\.ics$/, ""));
