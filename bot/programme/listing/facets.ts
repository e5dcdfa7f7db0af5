import type { AttendanceMode } from "../event.ts";
import type { FilterGroup, Filters, Kind } from "./list-query.ts";

/** What of a row a filter looks at. */
export interface Filterable {
  section: string;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  ageMin: number | null;
  audiences: readonly string[];
  accessibility: readonly string[];
  hasRecording: boolean;
  /** Primary tag of the language it is held in. */
  heldIn: string | null;
  /** The lowest limit that its price keeps to; null where none is known to. */
  price: number | null;
  /** Parts of the day in which it begins; none where a list knows no hours. */
  parts: readonly string[];
}

/** How many of the counted facets the filters let through. An institution was chosen when they were counted. */
export function countMatching(facets: readonly (Filterable & { count: number })[], filters: Filters): number {
  return facets.reduce((sum, facet) => (passes(facet, filters) ? sum + facet.count : sum), 0);
}

function passes(facet: Filterable, filters: Filters): boolean {
  const { section, kind, free, age, audience, accessibility, heldIn, price, part } = filters;
  return (
    isOneOf(facet.section, section) &&
    (kind === undefined || kind.some((each) => isKind(facet, each))) &&
    (free === undefined || facet.isFree) &&
    (age === undefined || (facet.ageMin !== null && facet.ageMin <= age)) &&
    (audience === undefined || audience.some((each) => facet.audiences.includes(each))) &&
    (accessibility === undefined || accessibility.every((each) => facet.accessibility.includes(each))) &&
    isOneOf(facet.heldIn, heldIn) &&
    (price === undefined || (facet.price !== null && facet.price <= price)) &&
    (part === undefined || facet.parts.length === 0 || part.some((each) => facet.parts.includes(each)))
  );
}

const isOneOf = (value: string | null, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || (value !== null && wanted.includes(value));

function isKind(facet: Filterable, kind: Kind): boolean {
  switch (kind) {
    case "stream":
      return facet.attendanceMode !== "on_site";
    case "on_site":
      return facet.attendanceMode !== "online";
    case "recording":
      return facet.hasRecording;
  }
}

/** The filters with one group changed; `undefined` takes the group away. */
export function withFilter<G extends FilterGroup>(filters: Filters, group: G, value: Filters[G] | undefined): Filters {
  const { [group]: _, ...rest } = filters;
  return value === undefined ? rest : { ...rest, [group]: value };
}
