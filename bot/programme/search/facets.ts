import type { Accessibility, AttendanceMode, Audience, LinkKind, Section } from "../event.ts";
import type { Meaning, SoftMeaning, Window } from "./understanding.ts";

/**
 * Filters are lexemes of the document, beside its stems: "music", "free", "this day". So a query with words, section,
 * price and day is one look into one GIN index, which intersects the lists itself, instead of a scan with joins.
 * The sign in front keeps them apart from words: a folded word has only letters and digits.
 */
export type Facet = `=${string}`;

export interface FacetedEvent {
  section: Section;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  ageMin: number | null;
  audiences: readonly Audience[];
  accessibility: readonly Accessibility[];
  links: readonly LinkKind[];
  occurrences: readonly { startsAt: Date; endsAt: Date }[];
}

const day = 86_400_000;
/** What lasts longer has one facet instead of one a day. */
const longestInDays = 31;
const long: Facet = "=long";

/** What an event can be filtered by, its days apart. */
export function facetsOf(event: FacetedEvent): Facet[] {
  const facets: (string | false)[] = [
    event.section,
    event.isFree && "free",
    event.attendanceMode !== "on_site" && "online",
    event.links.includes("stream") && "online",
    event.links.includes("recording") && "recording",
    event.ageMin !== null && `age${event.ageMin}`,
    ...event.audiences,
    ...event.accessibility,
  ];
  return [...new Set(facets.filter((name) => name !== false).map((name): Facet => `=${name}`))];
}

/** The days on which an event happens. */
export function dayFacetsOf({ occurrences }: Pick<FacetedEvent, "occurrences">): Facet[] {
  return [...new Set(occurrences.flatMap(({ startsAt, endsAt }) => daysOf(startsAt, endsAt)))];
}

/** Says a section or an audience by a word of its titles or names: «Ночь музеев» is about museums in any section. */
export const namingFacet = ({ value }: SoftMeaning): Facet => `=~${value}`;

/** A word of a title, exactly so. */
export const titleFacet = (word: string): Facet => `=t${word}`;

/** The facets of which an event must have one to meet a meaning; none for a time, which `facetsOfWindows` knows. */
export function facetsOfMeaning(meaning: Meaning): Facet[] {
  switch (meaning.kind) {
    case "when":
      return [];
    case "free":
      return ["=free"];
    case "age":
      return meaning.value >= 18
        ? ["=age18"]
        : [0, 6, 12, 16].filter((age) => age <= meaning.value).map((age): Facet => `=age${age}`);
    case "audience":
      return meaning.value === "children" ? ["=children", "=family"] : [`=${meaning.value}`];
    default:
      return [`=${meaning.value}`];
  }
}

/** The days of which an event must have one to happen in these windows. */
export function facetsOfWindows(windows: readonly Window[]): Facet[] {
  return [...new Set([long, ...windows.flatMap(({ from, to }) => eachDay(from, to))])];
}

function daysOf(startsAt: Date, endsAt: Date): Facet[] {
  return endsAt.getTime() - startsAt.getTime() > longestInDays * day ? [long] : eachDay(startsAt, endsAt);
}

/** UTC days, on both sides: no zone is needed to compare them, and the occurrences are compared to the minute later. */
function eachDay(from: Date, to: Date): Facet[] {
  const first = Math.floor(from.getTime() / day);
  const last = Math.max(first, Math.ceil(to.getTime() / day) - 1);
  return Array.from({ length: last - first + 1 }, (_, offset): Facet => `=d${first + offset}`);
}
