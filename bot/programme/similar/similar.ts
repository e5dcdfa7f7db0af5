import type { Audience, Section } from "../event.ts";
import type { Listed } from "../listing/list-row.ts";

/**
 * Why something is shown beside an event, the strongest reason first. It is a fact about the two of them: nothing that
 * anybody looked at, rated or set a reminder for counts.
 */
export const reasons = ["performer", "place", "near", "section"] as const;
export type SimilarReason = (typeof reasons)[number];

/** Of each reason so many at most: what is like an event is a choice, and no second programme. */
export const mostOfReason = 10;

/** Of each reason so many stand before the next one's, so that the first page tells of several. */
export const turn = 2;

/** Kilometres that are near. */
export const nearRadius = 1;

/** Whom others are compared with: an event by one of its dates. */
export interface SimilarSubject {
  occurrenceId: number;
  eventId: number;
  title: string;
  section: Section;
  audiences: Audience[];
  spansDays: boolean;
  placeId: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Who plays, reads, leads, in each language of its texts. */
  who: string[];
}

/** A row of what is like an event. */
export interface SimilarRow extends Listed {
  reason: SimilarReason;
}
