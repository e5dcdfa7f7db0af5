import type { Queries } from "../../database/database.ts";
import { findMatches, type Matches } from "./match-store.ts";
import { type Relaxation, relaxations } from "./relax.ts";
import { findSpellings } from "./spelling-store.ts";
import type { Spellings } from "./text-query.ts";
import { understand } from "./understand.ts";
import type { Understanding } from "./understanding.ts";

export interface SearchRequest {
  text: string;
  now: Date;
  /** IANA name of the reader's zone: "Saturday" is theirs. */
  zone: string;
  /** A bit for each recognised term that was switched off; default none. */
  dropped?: number;
  limit: number;
  offset: number;
}

export type SearchOutcome =
  | ({ kind: "found"; understanding: Understanding } & Matches)
  /** Nothing met the whole query; this is what comes nearest and what was let go for it. */
  | ({ kind: "nearest"; understanding: Understanding; relaxed: readonly Relaxation[] } & Matches)
  | { kind: "nothing"; understanding: Understanding };

const asTyped: Spellings = new Map();

/**
 * Searches the programme: first for what was asked, then with the spelling forgiven, then for what comes nearest.
 * One statement when something is found at once; each further attempt costs one or two.
 */
export async function search(queries: Queries, request: SearchRequest): Promise<SearchOutcome> {
  const { now, zone, limit, offset } = request;
  const understanding = understand(request.text, now, zone, request.dropped ?? 0);
  if (understanding.words.length + understanding.terms.length === 0) return { kind: "nothing", understanding };
  const page = { now, limit, offset, anyWord: false };

  const exact = await findMatches(queries, { ...page, understanding, spellings: asTyped });
  if (exact.total > 0) return { kind: "found", understanding, ...exact };

  const spellings = understanding.words.length > 0 ? await findSpellings(queries, understanding.words) : asTyped;
  if (spellings.size > 0) {
    const corrected = await findMatches(queries, { ...page, understanding, spellings });
    if (corrected.total > 0) return { kind: "found", understanding, ...corrected };
  }
  for (const { understanding: easier, anyWord, relaxed } of relaxations(understanding, now, zone)) {
    // A word that is known counts for more than one that merely looks like another.
    for (const tried of anyWord ? [asTyped, spellings] : [spellings]) {
      const nearest = await findMatches(queries, { ...page, understanding: easier, anyWord, spellings: tried });
      if (nearest.total > 0) return { kind: "nearest", understanding, relaxed, ...nearest };
    }
  }
  return { kind: "nothing", understanding };
}
