/** A time of day on the wall, in minutes after midnight; an end at or before the start is on the next day. */
export interface Hours {
  from: number;
  /** Null: nobody said. */
  until: number | null;
}

/** Days without lessons, both ISO dates included. */
export interface Pause {
  first: string;
  last: string;
}

/** Dates that repeat by the week, or a plain list of them. */
export type Series =
  | {
      kind: "weekly";
      /** ISO weekdays, 1 is Monday, each once and in order. */
      days: readonly (Hours & { weekday: number })[];
      /** 2 is every other week, counted from that of the start. */
      everyWeeks: number;
      /** The first day that counts, an ISO date. */
      start: string;
      /** How many there are; null: until the end. At least one of the two is said. */
      count: number | null;
      /** The last day that counts, an ISO date. */
      end: string | null;
      pauses: readonly Pause[];
    }
  | { kind: "dates"; dates: readonly string[]; hours: Hours };

/** One date of a series. */
export interface PlannedDate {
  startsAt: Date;
  /** Null: nobody said how long it takes. */
  endsAt: Date | null;
  /** The wall clock in the zone, as a Date whose UTC fields are the local ones. */
  startsLocal: Date;
}

/** More than a school year of three a week: a bound on what one slip of the finger makes. */
export const mostDates = 200;
