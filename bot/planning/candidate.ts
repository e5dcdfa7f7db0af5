import type { Point } from "../offers/offer.ts";

/** Where an evening takes place: one goes out, or watches from home. */
export const eveningSettings = ["town", "home"] as const;
export type EveningSetting = (typeof eveningSettings)[number];

/** For whom an evening is planned. */
export const eveningCompanies = ["anyone", "children", "seniors"] as const;
export type EveningCompany = (typeof eveningCompanies)[number];

/** From one instant to before another, in milliseconds since 1970. */
export interface TimeSlot {
  from: number;
  until: number;
}

/** Where something begins or ends; `id` is the place's, null where only a point is known. */
export interface Spot {
  id: number | null;
  point: Point | null;
}

/** Something that may become a piece of an evening. */
export interface Candidate {
  /** "d12" is a date, "o5" something without a date. */
  key: string;
  /** What must not come twice: the event, and the title at its institution. */
  subjects: readonly string[];
  /** A section of the programme, or a kind of what has no date: an evening of one kind is dull. */
  kind: string;
  /** When it takes place; of what has no date, when its doors are open. */
  spans: readonly TimeSlot[];
  /** Milliseconds that one stays within a span; null: the whole of it. */
  stay: number | null;
  /** Null: at home. */
  begins: Spot | null;
  ends: Spot | null;
  /** How well it suits by itself (bot/planning/worth.ts). */
  worth: number;
}

/** A candidate at its time. */
export interface Placed {
  candidate: Candidate;
  startsAt: number;
  endsAt: number;
}
