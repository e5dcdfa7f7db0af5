import { fold } from "../../../text/fold.ts";
import { tatarStem } from "../../../text/tatar-stem.ts";
import type { Language } from "../../../words/language.ts";
import { lookUp } from "../lexicon/lexicon.ts";
import { isSoft } from "../query/understanding.ts";
import { dateFacetsOf, type Facet, type FacetedEvent, facetsOf, namingFacet, titleFacet } from "./facets.ts";

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
  /** Institution, places, addresses, in every language. */
  names: readonly string[];
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
  names: Weighted;
  /** Summary and body. */
  prose: Weighted;
  /** Filters, title words, sections named. */
  facets: readonly Facet[];
  dates: readonly Facet[];
}

/** A tsvector holds 1 MB; nobody looks for what stands behind this many characters. */
const longestBody = 20_000;

/** Folds and stems an event. Titles and names keep their exact words too: what is spelt alike ranks first. */
export function documentOf(event: SearchableEvent): SearchDocument {
  const { texts } = event;
  const titles = texts.map(({ title }) => fold(title));
  const names = fold([...event.names, ...texts.map(({ who }) => who ?? "")].join(" "));
  const prose = fold(proseOf(texts));
  return {
    eventId: event.id,
    titles: ` ${titles.join(" | ")} `,
    title: { text: titles.join(" "), plain: `${titles.join(" ")} ${stems(titles.join(" "))}` },
    names: { text: names, plain: `${names} ${stems(names)}` },
    prose: { text: prose, plain: stems(fold(proseOf(texts.filter(({ language }) => language === "tt")))) },
    facets: [
      ...facetsOf(event),
      ...titles.flatMap((title) => title.split(" ").map(titleFacet)),
      ...namings(titles, names),
    ],
    dates: dateFacetsOf(event),
  };
}

function proseOf(texts: SearchableEvent["texts"]): string {
  return texts.map(({ summary, body }) => `${summary ?? ""} ${(body ?? "").slice(0, longestBody)}`).join(" ");
}

function namings(titles: readonly string[], names: string): Facet[] {
  const words = [...titles, names].join(" ").split(" ");
  // "Мастер-класс" is two words.
  const said = [...words, ...words.map((word, place) => `${word} ${words[place + 1] ?? ""}`)].map(lookUp);
  return [
    ...new Set(
      said
        .filter((meaning) => meaning !== undefined)
        .filter(isSoft)
        .map(namingFacet),
    ),
  ];
}

const stems = (folded: string): string => folded.split(" ").map(tatarStem).join(" ");
