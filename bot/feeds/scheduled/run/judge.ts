/** What a reading would do to what a feed brought before. */
export interface ForeseenRun {
  /** Events that the feed had, and that are still to come. */
  expected: number;
  /** How many of the known ones the source still has. */
  kept: number;
  /** Events of which a date would move, be cancelled or change its place. */
  changed: number;
}

/** Why a reading is not carried out unasked. */
export type HeldBecause = "fewer" | "changed";

/** So few changes are no sign of anything, however small the feed is. */
const fewChanges = 3;

/**
 * Tells whether a reading is rather a fault of its source: it has lost more than half of what it had, as a list that breaks off or
 * gives new numbers does, or it moves more than half, as another time zone does. Both have been told to people as news by others.
 */
export function judge({ expected, kept, changed }: ForeseenRun): HeldBecause | null {
  if (kept < expected / 2) return "fewer";
  if (changed > fewChanges && changed > expected / 2) return "changed";
  return null;
}
