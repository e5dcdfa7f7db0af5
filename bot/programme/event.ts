/** The words of the programme, after schema.org/Event. Pure types and lists: everything may import them. */

import type { Texts } from "../words/language.ts";

export const sections = [
  "theatre",
  "music",
  "museums",
  "cinema",
  "literature",
  "shows",
  "excursions",
  "knowledge",
] as const;
export type Section = (typeof sections)[number];

/** schema.org/eventAttendanceMode */
export type AttendanceMode = "online" | "on_site" | "mixed";

/** schema.org/eventStatus */
export type OccurrenceStatus = "scheduled" | "moved" | "postponed" | "cancelled";

export const audiences = ["children", "family", "seniors"] as const;
export type Audience = (typeof audiences)[number];

export const accessibilities = ["sign_language", "subtitles", "wheelchair", "quiet_hour"] as const;
export type Accessibility = (typeof accessibilities)[number];

export const linkKinds = ["stream", "ticket", "recording", "site"] as const;
export type LinkKind = (typeof linkKinds)[number];

export const ageRatings = [0, 6, 12, 16, 18] as const;
export type AgeRating = (typeof ageRatings)[number];

/** What an event is, whatever it is called and whenever it takes place; null is unknown. */
export interface EventTraits {
  section: Section;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  /** Watching from home costs nothing, whatever the hall does. */
  isFreeOnline: boolean;
  /** In whole units of `currency`. */
  priceMin: number | null;
  priceMax: number | null;
  currency: string;
  ageMin: number | null;
  heldIn: string | null;
  audiences: Audience[];
  accessibility: Accessibility[];
  posterUrl: string | null;
  links: { kind: LinkKind; url: string }[];
}

export interface EventWords {
  title: string;
  summary?: string;
  body?: string;
  who?: string;
  posterAlt?: string;
}

export interface PlaceDraft {
  /** "kudago:117": the same place of the same source is the same row. */
  origin: string;
  /** The place of the programme that it was found to be, whatever its origin: its words stay as they are. */
  knownId?: number;
  texts: Texts<{ title: string; address?: string }>;
  /** Degrees, WGS 84. */
  latitude?: number;
  longitude?: number;
}

export interface InstitutionDraft {
  origin: string;
  names: Texts<string>;
}

export interface OccurrenceDraft {
  startsAt: Date;
  /** Left out when nobody said when it ends. */
  endsAt?: Date;
  /** False for "on 5 December", without an hour. Default true. */
  hasStartTime?: boolean;
  place?: PlaceDraft;
  status?: OccurrenceStatus;
  previousStartsAt?: Date;
}

/** An event as an importer, the demo city or a member of staff hands it over to be saved. */
export interface EventDraft {
  section: Section;
  attendanceMode: AttendanceMode;
  texts: Texts<EventWords>;
  occurrences: OccurrenceDraft[];
  institution?: InstitutionDraft;
  isFree: boolean;
  /** Watching from home costs nothing. Default false. */
  isFreeOnline?: boolean;
  /** Whole units of `currency`. */
  priceMin?: number;
  priceMax?: number;
  /** ISO 4217, default RUB. */
  currency?: string;
  ageMin?: AgeRating;
  /** BCP 47 tag of the language it is held in. */
  heldIn?: string;
  audiences?: Audience[];
  accessibility?: Accessibility[];
  posterUrl?: string;
  links?: { kind: LinkKind; url: string }[];
}
