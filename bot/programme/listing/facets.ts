import type { AttendanceMode } from "../event.ts";
import type { FilterGroup, Filters, Kind } from "./list-query.ts";

/** What of an event a filter looks at. */
interface Filterable {
  section: string;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  ageMin: number | null;
  audiences: readonly string[];
  accessibility: readonly string[];
  hasRecording: boolean;
}

/** How many of the counted facets the filters let through. */
export function countMatching(facets: readonly (Filterable & { count: number })[], filters: Filters): number {
  return facets.reduce((sum, facet) => (passes(facet, filters) ? sum + facet.count : sum), 0);
}

function passes(facet: Filterable, { section, kind, free, age, audience, accessibility }: Filters): boolean {
  return (
    (section === undefined || facet.section === section) &&
    (kind === undefined || isKind(facet, kind)) &&
    (free === undefined || facet.isFree) &&
    (age === undefined || (facet.ageMin !== null && facet.ageMin <= age)) &&
    (audience === undefined || facet.audiences.includes(audience)) &&
    (accessibility === undefined || facet.accessibility.includes(accessibility))
  );
}

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
