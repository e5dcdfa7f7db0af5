import { capitalise } from "../words/capitalise.ts";
import { formatDistance } from "../words/distance.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { chooseFields, type Language, type Texts, textIn } from "../words/language.ts";
import { languageLine } from "../words/language-line.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatDay, formatDays, formatTime } from "../words/time/dates.ts";
import { formatWhen, lastInstant } from "../words/time/when.ts";
import type { ItemHeading } from "./arrange.ts";
import type { Collection, CollectionDates, CollectionText } from "./collection.ts";
import type { PlaceOnRoute } from "./route.ts";

interface Reading {
  t: Translate;
  /** The city's zone. */
  zone: string;
  now: Date;
}

export const collectionTitle = (texts: Texts<{ title: string }>, language: Language): string =>
  textIn(texts, language)?.title ?? "";

/** "сб, 21 ноября, 18:00–01:00", "20–25 ноября"; null where it has no dates. */
export function formatCollectionDates(dates: CollectionDates | null, { t, zone, now }: Reading): string | null {
  if (dates === null) return null;
  const times = { ...dates, hasStartTime: dates.hasHours, hasEndTime: true };
  return dates.hasHours
    ? formatWhen(times, t, zone, now)
    : formatDays(times.startsAt, lastInstant(times), t, zone, now);
}

/** What a collection is: its kind, its time, how much it has, what it is about. */
export function formatAbout(
  { kind, texts, dates }: Pick<Collection, "kind" | "texts" | "dates">,
  { events, places }: { events: number; places: number },
  reader: Reading,
): Html {
  const { t } = reader;
  const chosen = chooseFields<CollectionText>(texts, t.language);
  const when = formatCollectionDates(dates, reader);
  const isOver = dates !== null && dates.endsAt <= reader.now;
  return joinLines(
    html`<b>${chosen?.fields.title ?? ""}</b>`,
    t(`collection.kind.${kind}`),
    when === null ? null : html`\n${capitalise(when)}`,
    isOver ? t("collection.is_over") : null,
    events === 0 ? t("collection.empty") : t("collection.size", { events, places }),
    chosen?.fields.summary ? html`\n${chosen.fields.summary}` : null,
    languageLine(
      { title: chosen?.languages.title, text: chosen?.fields.summary ? chosen.languages.summary : undefined },
      t,
    ),
  );
}

export function formatHeading(heading: ItemHeading, { t, zone, now }: Reading): string {
  switch (heading.kind) {
    case "day":
      return capitalise(formatDay(heading.date, t, zone, now));
    case "place":
      return heading.title;
    case "section":
      return t(`section.${heading.section}`);
    case "online":
      return t("collection.heading.online");
    case "somewhere":
      return t("collection.heading.somewhere");
    case "over":
      return t("collection.heading.over");
  }
}

/** "1. 18:00, 20:00 — Национальный музей · 350 м" */
export function formatStop({ title, hours, distance }: PlaceOnRoute, number: number, { t, zone }: Reading): Html {
  const times = [...new Set(hours.map((hour) => formatTime(hour, zone)))].join(", ");
  const stop = t("collection.stop", { number, times, title });
  return html`${distance === null ? stop : t("collection.stop_away", { stop, distance: formatDistance(distance, t) })}`;
}
