import { deepLink } from "../../doors/telegram/screen/deep-links.ts";
import { chooseFields } from "../../words/language.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatCalendar } from "../calendar/calendar.ts";
import type { Card } from "./card.ts";
import { wordsOf } from "./words.ts";

/**
 * An occurrence as an iCalendar file. A newer file of it replaces an older one; by itself it never changes. `home` is the bot by
 * which its entry is known again, whichever messenger the file is handed out by. Default: the bot that its link leads to.
 */
export function formatCalendarFile(
  card: Card,
  t: Translate,
  { now, botUsername, home = botUsername }: { now: Date; botUsername: string; home?: string },
): string {
  const words = wordsOf(card.texts, t.language).fields;
  const place = card.place && chooseFields(card.place.texts, t.language)?.fields;
  const entry = {
    ...card,
    uid: `occurrence-${card.occurrenceId}`,
    title: words.title,
    summary: words.summary ?? null,
    where: place ? [place.title, place.address].filter(Boolean).join(", ") : null,
    latitude: card.place?.latitude ?? null,
    longitude: card.place?.longitude ?? null,
    url: deepLink(botUsername, { kind: "occurrence", id: card.occurrenceId }),
  };
  return formatCalendar([entry], { botUsername: home, properties: ["METHOD:PUBLISH"], stampedAt: () => now });
}

/** What the file is called on a phone: the title, without what file systems refuse and the ";" that ends it in a form. */
export function calendarFileName(title: string): string {
  const name = title
    .replace(/[\\/:;*?"<>|\p{C}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${[...name].slice(0, 60).join("").trim() || "event"}.ics`;
}
