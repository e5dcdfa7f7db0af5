/** Where an event comes from; null: staff made it. */
export interface EventSource {
  source: string;
  /** "institution:5" of an institution's own feed or table. */
  institution: string;
}

/** Sources by how much their word is worth (FEEDS: first-hand ones have the best dates and places). */
const ranks: Readonly<Record<string, number>> = {
  sheet: 2,
  ical: 2,
  pages: 2,
  culture: 3,
  timepad: 4,
  ticketscloud: 4,
  mos: 5,
  kudago: 6,
};

/** How good a source is, 0 the best: people of the staff, an institution's own, then those that others edit. */
export function rankOf(from: EventSource | null): number {
  if (from === null) return 0;
  return from.institution === "" ? (ranks[from.source] ?? 5) : 1;
}
