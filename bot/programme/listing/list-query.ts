import type { Accessibility, AgeRating, Audience, Section } from "../event.ts";

/** What a list shows, before filters. Dates are days of the reader's calendar, "2026-11-21". */
export type Scope =
  | { kind: "tonight" | "today" | "tomorrow" | "weekend" | "live" | "ongoing" | "archive" }
  | { kind: "date"; date: string }
  /** Degrees, WGS 84; `radius` in kilometres. */
  | { kind: "near"; latitude: number; longitude: number; radius: Radius };

export const radii = [1, 3, 10] as const;
export type Radius = (typeof radii)[number];

export const kinds = ["stream", "on_site", "recording"] as const;
export type Kind = (typeof kinds)[number];

/** One choice a group; a group left out lets everything through. */
export interface Filters {
  section?: Section;
  kind?: Kind;
  free?: true;
  /** Suitable at this age: rated so or lower. */
  age?: AgeRating;
  audience?: Audience;
  accessibility?: Accessibility;
}

export const filterGroups = ["section", "kind", "free", "age", "audience", "accessibility"] as const;
export type FilterGroup = (typeof filterGroups)[number];

export interface Listing {
  scope: Scope;
  filters: Filters;
  /** From 0. */
  page: number;
}

/** Rows on a page: as many as a phone shows together with their buttons. */
export const pageSize = 5;
