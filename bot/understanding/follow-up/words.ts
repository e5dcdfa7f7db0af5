/**
 * The words by which one language goes on from what was just shown. Each string lists patterns parted by commas, as in
 * `ConceptWords`.
 */
export interface FollowUpWords {
  /** Rows of a list, from the first on, and the last one. */
  rows: readonly string[];
  last: string;
  /** Stands beside the number of a row: "show me", "number", "the … one". */
  beside: string;
  /** Asks for more of the same. */
  more: string;
  /** Leads to what is changed: «а», "what about". */
  turn: string;
  /** Narrows a list without a turn: "any … ones", «… бармы». */
  narrow: string;
  /** Wants what costs less than what was shown: "cheaper", «подешевле». */
  cheaper: string;
  /** Want what begins at a later or an earlier hour than what was shown: "anything later", «пораньше». */
  later: string;
  earlier: string;
  /** Asks about what was just shown: what it costs, where it is. */
  about: string;
  /** The pieces of which short questions about it are made: "price", "ticket", «сколько», «кайда». */
  asks: string;
  /** Takes back what was said before: «нет», "no". */
  not: string;
}
