import type { Hours } from "./hours.ts";

/** Days without anything, both ISO dates included. */
export interface Pause {
  first: string;
  last: string;
}

/** Dates that repeat by weekdays, or a plain list of them; the terms are those of RFC 5545, section 3.3.10. */
export type Recurrence =
  | {
      kind: "weekly";
      /** ISO weekdays, 1 is Monday, in order; a weekday with several hours stands here several times. */
      byDay: readonly (Hours & { weekday: number })[];
      /** 2 is every other week, counted from that of the start. */
      interval: number;
      /** Only the first, second … such weekday of each month, -1 is the last; null or left out: all of them. */
      position?: number | null;
      /** The first day that counts, an ISO date. */
      start: string;
      /** How many there are; null: until the end. At least one of the two is said. */
      count: number | null;
      /** The last day that counts, an ISO date. */
      until: string | null;
      pauses: readonly Pause[];
    }
  /** `own`: hours of single dates, where they are other ones. */
  | { kind: "dates"; dates: readonly string[]; hours: Hours; own?: Readonly<Record<string, readonly Hours[]>> };

/** More than a school year of three a week: a bound on what one slip of the finger makes. */
export const mostDates = 200;
