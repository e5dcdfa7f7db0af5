import { fold } from "../../../text/fold.ts";
import { streetStem } from "../../../text/name-stem.ts";
import { soundOf } from "../../../text/sound.ts";
import { tatarReadings } from "../../../text/tatar-readings.ts";
import type { Language } from "../../../words/language.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import { isSoft, type SoftMeaning } from "../query/understanding.ts";
import {
  addressFacet,
  dateFacetsOf,
  type Facet,
  type FacetedEvent,
  facetsOf,
  namingFacet,
  ownerFacet,
  titleFacet,
} from "./facets.ts";

/** An event with all that is searched in it. */
export interface SearchableEvent extends FacetedEvent {
  id: number;
  texts: readonly {
    language: Language;
    title: string;
    who: string | null;
    summary: string | null;
    body: string | null;
  }[];
  /** Institution and places, in every language. */
  names: readonly string[];
  /** Addresses of the places, in every language: in a field of their own, because who looks for Pushkin means no street. */
  addresses: readonly string[];
}

/** One part of a document: `text` to be stemmed by PostgreSQL, `plain` taken as it is. Both folded. */
export interface Weighted {
  text: string;
  plain: string;
}

/** What the index keeps of an event, before PostgreSQL makes its document of it. */
export interface SearchDocument {
  eventId: number;
  /** " джаз в кремле | jazz in the kremlin " */
  titles: string;
  title: Weighted;
  /** Of its institution and places. */
  names: Weighted;
  /** Who performs: «Органистка Камалова» is no event of the Kamal theatre. */
  who: Weighted;
  /** Summary and body. */
  prose: Weighted;
  /** Filters, title words, sections named. */
  facets: readonly Facet[];
  /** The whole words of titles and names: to these, mistyped ones are corrected. */
  words: readonly string[];
  dates: readonly Facet[];
}

/** A tsvector holds 1 MB; nobody looks for what stands behind this many characters. */
const longestBody = 20_000;

/** Folds and stems an event. Titles and names keep their exact words too: what is spelt alike ranks first. */
export function documentOf(event: SearchableEvent): SearchDocument {
  const { texts } = event;
  const titles = texts.map(({ title }) => fold(title));
  const names = fold(event.names.join(" "));
  const who = fold(texts.map((text) => text.who ?? "").join(" "));
  return {
    eventId: event.id,
    titles: ` ${titles.join(" | ")} `,
    ...weigh(texts, names),
    who: weighNames(who),
    words: [...new Set(`${titles.join(" ")} ${names} ${who}`.split(" "))],
    facets: [
      ...facetsOf(event),
      ...titles.flatMap((title) => title.split(" ").map(titleFacet)),
      ...new Set(
        fold(event.addresses.join(" "))
          .split(" ")
          .map((word) => addressFacet(streetStem(word))),
      ),
      ...namings(titles, namingFacet),
      ...namings([`${names} ${who}`], ownerFacet),
    ],
    dates: dateFacetsOf(event),
  };
}

/** Texts by language, and folded names, as the index weighs them. */
export function weigh(
  texts: readonly Pick<SearchableEvent["texts"][number], "language" | "title" | "summary" | "body">[],
  names: string,
): Pick<SearchDocument, "title" | "names" | "prose"> {
  const called = texts.map(({ title }) => fold(title)).join(" ");
  const inTatar = texts.filter(({ language }) => language === "tt");
  const inOthers = texts.filter(({ language }) => language !== "tt");
  // What has no Tatar text may be asked for in Tatar by any of its titles.
  const declined = inTatar.length > 0 ? inTatar.map(({ title }) => fold(title)).join(" ") : called;
  const prose = fold(proseOf(inTatar));
  return {
    title: { text: called, plain: `${called} ${readings(declined)} ${sounds(called)}` },
    names: weighNames(names),
    // Stemmed as Russian, Tatar words become others: нурлар is no Нуриев.
    prose: { text: fold(proseOf(inOthers)), plain: readings(prose) },
  };
}

const weighNames = (names: string): Weighted => ({
  text: names,
  plain: `${names} ${readings(names)} ${sounds(names)}`,
});

function proseOf(texts: readonly Pick<SearchableEvent["texts"][number], "summary" | "body">[]): string {
  return texts.map(({ summary, body }) => `${summary ?? ""} ${(body ?? "").slice(0, longestBody)}`).join(" ");
}

/** The sections, audiences and languages that words of these texts name. */
function namings(texts: readonly string[], facetOf: (meaning: SoftMeaning) => Facet): Facet[] {
  const said = texts.flatMap((text) => {
    const words = text.split(" ");
    return words.map((_, place) => lookUp(words, place)?.meaning);
  });
  return [
    ...new Set(
      said
        .filter((meaning) => meaning !== undefined)
        .filter(isSoft)
        .map(facetOf),
    ),
  ];
}

/** Marks in front of what is no word, but stands for some: a folded word has none of the Tatar letters. */
export const stemMark = "ү";
export const markReading = (reading: string): string => `ә${reading}`;
export const markSound = (sound: string): string => `ө${sound}`;
export const readingMarks: readonly string[] = [markReading(""), markSound("")];

/** What the Tatar forms of a folded text may be forms of. */
const readings = (folded: string): string =>
  [...new Set(folded.split(" ").flatMap(tatarReadings))].map(markReading).join(" ");

/** How the foreign names of a folded text sound. */
const sounds = (folded: string): string =>
  [
    ...new Set(
      folded
        .split(" ")
        .filter((word) => /^[a-z]{4,}$/.test(word))
        .map(soundOf),
    ),
  ]
    .filter(Boolean)
    .map(markSound)
    .join(" ");
