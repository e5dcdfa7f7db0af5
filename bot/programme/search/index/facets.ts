import type { Window } from "../../../when/windows.ts";
import type { Accessibility, AttendanceMode, Audience, LinkKind, Section } from "../../event.ts";
import type { Filters } from "../../listing/list-query.ts";
import type { Preference } from "../lexicon/search-words.ts";
import type { Meaning, SoftMeaning } from "../query/understanding.ts";

/**
 * Filters are lexemes of the document, beside its stems: "music", "free", "this day". So a query with words, section,
 * price and day is one look into one GIN index, which intersects the lists itself, instead of a scan with joins.
 * The sign in front keeps them apart from words: a folded word has only letters and digits.
 */
export type Facet = `=${string}`;

export interface FacetedEvent {
  institutionId: number | null;
  section: Section;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  isFreeOnline: boolean;
  priceMin: number | null;
  ageMin: number | null;
  /** BCP 47. */
  heldIn: string | null;
  audiences: readonly Audience[];
  accessibility: readonly Accessibility[];
  links: readonly LinkKind[];
  occurrences: readonly { startsAt: Date; endsAt: Date }[];
}

const day = 86_400_000;
/** What lasts longer has one facet a month instead of one a day. */
const longestInDays = 31;
/** What lasts longer still is always near. */
const longestInMonths = 24;
const long: Facet = "=long";

/** Roubles; an event has a facet for each that it does not cost more than. */
const priceLimits = [50, 100, 150, 200, 250, 300, 400, 500, 600, 700, 800, 1000, 1200, 1500, 2000, 3000, 5000];

/** What an event can be filtered by, its days apart. */
export function facetsOf(event: FacetedEvent): Facet[] {
  const facets: (string | false)[] = [
    event.section,
    event.institutionId !== null && `h${event.institutionId}`,
    (event.isFree || event.isFreeOnline) && "free",
    event.attendanceMode !== "on_site" && "online",
    event.links.includes("stream") && "online",
    event.links.includes("recording") && "recording",
    event.ageMin !== null && `age${event.ageMin}`,
    ...event.audiences,
    ...event.accessibility,
    event.heldIn !== null && `in${event.heldIn.toLowerCase().split("-", 1)[0]}`,
    event.occurrences.some(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() > day) && "exhibition",
    ...priceLimits.filter((limit) => event.priceMin !== null && event.priceMin <= limit).map((limit) => `p${limit}`),
  ];
  return [...new Set(facets.filter((name) => name !== false).map((name): Facet => `=${name}`))];
}

/** The one facet of everything that a house puts on. */
export const houseFacet = (institutionId: number): Facet => `=h${institutionId}`;

/** The one facet of everything in a section. */
export const sectionFacet = (section: Section): Facet => `=${section}`;

/** The days, months and years in which an event happens. */
export function dateFacetsOf({ occurrences }: Pick<FacetedEvent, "occurrences">): Facet[] {
  return [...new Set(occurrences.flatMap(({ startsAt, endsAt }) => datesOf(startsAt, endsAt)))];
}

/** Says a section or an audience by a word of its titles or names: «Ночь музеев» is about museums in any section. */
export const namingFacet = (meaning: SoftMeaning): Facet => `=~${nameOf(meaning)}`;

/** Says it by the name of its institution or place: only where more is said, as in «музей Тукая», is that meant. */
export const ownerFacet = (meaning: SoftMeaning): Facet => `=^${nameOf(meaning)}`;

function nameOf(meaning: SoftMeaning): string {
  switch (meaning.kind) {
    case "exhibition":
      return "exhibition";
    case "of_language":
      return `in${meaning.value}`;
    default:
      return meaning.value;
  }
}

/** What comes first for a wish. */
const preferred: Record<Preference, readonly Facet[]> = {
  fun: ["=shows", "=cinema"],
  calm: ["=music", "=literature"],
  date: ["=music", "=theatre"],
  grandparents: ["=seniors", "=family"],
  together: ["=shows", "=music"],
};

/** The facets that come first for these preferences; none where nothing was preferred. */
export const facetsPreferred = (terms: readonly Meaning[]): Facet[] =>
  terms.flatMap((term) => (term.kind === "preference" ? preferred[term.value] : []));

/** A word of a title, exactly so. */
export const titleFacet = (word: string): Facet => `=t${word}`;

/** A word of an address, by its stem. */
export const addressFacet = (stem: string): Facet => `=a${stem}`;

/** The facets of which an event must have one to meet a meaning; none for a time, which `facetsOfWindows` knows. */
export function facetsOfMeaning(meaning: Meaning): Facet[] {
  switch (meaning.kind) {
    case "when":
    case "preference":
    case "without":
      return [];
    // The index knows what is online, and not what is nothing else.
    case "mode":
      return meaning.value === "on_site" ? [] : [`=${meaning.value}`];
    case "exhibition":
      return ["=exhibition"];
    case "held_in":
    case "of_language":
      return [`=in${meaning.value}`];
    case "price": {
      const limit = priceLimits.find((each) => each >= meaning.value);
      return limit === undefined ? [] : ["=free", `=p${limit}`];
    }
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

/**
 * What filters ask for: of each set an event must have one. Left out is what the index does not know as filters
 * mean it: that one can go there, prices by the way one takes part, ages, who puts it on, and the hour.
 */
export function facetsOfFilters(filters: Filters): Facet[][] {
  const { section, kind, audience, accessibility, heldIn } = filters;
  const isIndexed = kind !== undefined && !kind.includes("on_site");
  return [
    ...(section ? [section.map((value): Facet => `=${value}`)] : []),
    ...(isIndexed ? [kind.map((value): Facet => (value === "recording" ? "=recording" : "=online"))] : []),
    ...(audience ? [audience.map((value): Facet => `=${value}`)] : []),
    ...(accessibility ?? []).map((value): Facet[] => [`=${value}`]),
    ...(heldIn ? [heldIn.map((value): Facet => `=in${value}`)] : []),
  ];
}

/** The dates of which an event must have one to happen in these windows; `lasting`: or to last through them. */
export function facetsOfWindows(windows: readonly Window[], { lasting }: { lasting: boolean }): Facet[] {
  const days = windows.flatMap(({ from, to }) => eachDay(from, to));
  const months = lasting ? windows.flatMap(({ from, to }) => [long, ...eachMonth("l", from, to)]) : [];
  return [...new Set([...days, ...months])];
}

/** The dates of which an event must have one to happen in the months of this window. */
export const facetsOfMonths = ({ from, to }: Window): Facet[] => [long, ...eachMonth("m", from, to)];

/** The dates of which an event must have one to happen in the months before now, this one or the five years after it. */
export function facetsAround(now: Date, monthsBefore: number): Facet[] {
  const first = monthOf(now) - monthsBefore;
  const year = now.getUTCFullYear();
  const firstWholeYear = Math.ceil(first / 12);
  const months = Array.from({ length: firstWholeYear * 12 - first }, (_, offset): Facet => `=m${first + offset}`);
  const years = Array.from({ length: year + 6 - firstWholeYear }, (_, offset): Facet => `=y${firstWholeYear + offset}`);
  return [...months, ...years, long];
}

function datesOf(startsAt: Date, endsAt: Date): Facet[] {
  const months = monthOf(endsAt) - monthOf(startsAt);
  if (months > longestInMonths) return [long];
  const isLasting = endsAt.getTime() - startsAt.getTime() > longestInDays * day;
  const years = Array.from(
    { length: endsAt.getUTCFullYear() - startsAt.getUTCFullYear() + 1 },
    (_, offset): Facet => `=y${startsAt.getUTCFullYear() + offset}`,
  );
  const near = isLasting ? eachMonth("l", startsAt, endsAt) : eachDay(startsAt, endsAt);
  return [...near, ...eachMonth("m", startsAt, endsAt), ...years];
}

/** UTC days, on both sides: no zone is needed to compare them, and the occurrences are compared to the minute later. */
function eachDay(from: Date, to: Date): Facet[] {
  const first = Math.floor(from.getTime() / day);
  const last = Math.max(first, Math.ceil(to.getTime() / day) - 1);
  return Array.from({ length: last - first + 1 }, (_, offset): Facet => `=d${first + offset}`);
}

function eachMonth(kind: "m" | "l", from: Date, to: Date): Facet[] {
  const first = monthOf(from);
  return Array.from({ length: monthOf(to) - first + 1 }, (_, offset): Facet => `=${kind}${first + offset}`);
}

const monthOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth();
