import type { Day } from "../days.ts";
import type { Hours } from "../hours.ts";
import type { Span } from "../span.ts";
import type { Days } from "./read-days.ts";

/** What a preposition before days makes of them. */
export type CueRole = "from" | "until" | "except" | null;

export interface SaidDates extends Days {
  role: CueRole;
  at: Span;
}

/** Kinds of words that not everybody who asks when something is can use; days, weekdays and hours are used by all. */
export type UsedWords = "count" | "weeks" | "length" | "ahead" | "shift" | "frequency" | "month" | "except";

/** All that a text says of when something is or repeats, not yet checked. */
export interface Statement {
  /** Weekdays in the order in which they were said, each with its hours if it has its own. */
  weekdays: Map<number, Hours[] | null>;
  /** Weekdays that only tell which day a beginning or an end is: «с пятницы 4 декабря». */
  named: { weekday: number; day: Day; role: CueRole }[];
  /** Weekdays that were taken out, and where. */
  excepted: Map<number, Span>;
  /** The hours of weekdays without their own; several are as many a day. */
  hours: Hours[] | null;
  dates: SaidDates[];
  /**
   * Dates and hours in the order in which they were said; hours joined by "and" stand together. `isOfWeek`: weekdays have them,
   * if it is a week that is told of. `leadsToDay`: a day stands right behind them, as in "18:00 on 5 December".
   */
  parts: (
    | { kind: "dates"; dates: SaidDates }
    | { kind: "hours"; hours: Hours[]; at: Span; isOfWeek: boolean; leadsToDay: boolean }
  )[];
  count: number | null;
  weeks: number | null;
  /** "For two months". */
  monthsLong: number | null;
  /** A part of the day without an hour: «завтра вечером». */
  part: Span | null;
  /** How long it takes, in minutes. */
  length: number | null;
  /** Every so many weeks. */
  interval: number;
  /** A place in the month: 2 in "the second Saturday", -1 is the last. */
  position: number | null;
  /** The days repeat each month; `position` counts in it. */
  isMonthly: boolean;
  /** Months without a day, 1 is January. */
  months: { month: number; year: number | null }[];
  /** Something says that it repeats: "every", "Mondays". */
  isRepeated: boolean;
  /** "In two hours", "через 3 дня": minutes from now. */
  ahead: { minutes: number; isDays: boolean } | null;
  /** "An hour later", "на полчаса раньше": minutes with a sign. */
  shift: number | null;
  /** "Except on holidays": the public ones are left out. */
  exceptsHolidays: boolean;
  /** "Not on …" was left open, or names days that no calendar here knows. */
  hasOpenException: boolean;
  /** Where the words stand of which not everybody has a use. */
  taken: { what: UsedWords; at: Span }[];
  /** Where the words stand that nothing was made of. */
  unused: Span[];
}

/** What was read so far, and what the words just read lead to. */
export interface State {
  said: Statement;
  role: CueRole;
  /** "Not on" was said, and no date since: weekdays that follow are taken out. */
  isExcepting: boolean;
  /** "The second", which a weekday follows. */
  ordinal: { value: number; at: Span } | null;
  /** "Next week", of which weekdays are said before it or behind it. */
  week: { week: "this" | "next"; at: Span } | null;
}
