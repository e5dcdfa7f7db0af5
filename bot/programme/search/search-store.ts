import type { Queries } from "../../database/database.ts";
import type { Filters } from "../listing/list-query.ts";
import type { MatchRequest } from "./match/candidate-store.ts";
import { findMatches, findNaming, type Matches, skipHopeless } from "./match/match-store.ts";
import { findSpellings, readCorrected } from "./match/spelling-store.ts";
import { understand } from "./query/parse-query.ts";
import { isSentence, passOver, type Relaxation, relaxations } from "./query/relaxation.ts";
import type { Spellings } from "./query/text-query.ts";
import { isOfSection, type Understanding } from "./query/understanding.ts";

export interface SearchRequest {
  text: string;
  now: Date;
  /** IANA name of the reader's zone: "Saturday" is theirs. */
  zone: string;
  /** A bit for each recognised term that was switched off; default none. */
  dropped?: number;
  /** What is asked for besides the words, by buttons; nothing of it is let go. */
  filters?: Filters;
  limit: number;
  offset: number;
}

interface Answer extends Matches {
  understanding: Understanding;
  /** The free words in their known spelling, where that is what was found: «мосур» → "мусор". */
  corrected?: string;
}

export type SearchOutcome =
  | ({ kind: "found" } & Answer)
  /** Nothing met the whole query; this is what comes nearest and what was let go for it. */
  | ({ kind: "nearest"; relaxed: readonly Relaxation[] } & Answer)
  | { kind: "nothing"; understanding: Understanding };

const asTyped: Spellings = new Map();

/**
 * Searches the programme: first for what was asked, then with the spelling forgiven, then for what comes nearest.
 * One statement when something is found at once, four for mistyped words, some two more for what comes nearest, and two for a
 * sentence.
 */
export function search(queries: Queries, request: SearchRequest): Promise<SearchOutcome> {
  const { text, now, zone, dropped } = request;
  return searchFor(queries, request, understand(text, now, zone, dropped ?? 0));
}

async function searchFor(
  queries: Queries,
  request: SearchRequest,
  understanding: Understanding,
): Promise<SearchOutcome> {
  const { now, zone, limit, offset } = request;
  const { words, terms } = understanding;
  if (words.length + terms.length === 0) return { kind: "nothing", understanding };
  const page = { now, zone, limit, offset, anyWord: false, filters: request.filters ?? {} };
  if (understanding.isOpen) return findOpen(queries, understanding, page);
  const corrected = async (spellings: Spellings, { hits }: Matches): Promise<{ corrected?: string }> => {
    const eventIds = hits.map(({ eventId }) => eventId);
    const text = spellings.size > 0 ? await readCorrected(queries, words, spellings, eventIds) : null;
    return text === null ? {} : { corrected: text };
  };

  const exact = await findMatches(queries, { ...page, understanding, spellings: asTyped });
  if (exact.total > 0) return { kind: "found", understanding, ...exact };

  // No event has two sections: «театр музей» are two wishes.
  if (!understanding.isEither && terms.filter(isOfSection).length > 1)
    return searchFor(queries, request, { ...understanding, isEither: true });
  const spellings = words.length > 0 ? await findSpellings(queries, words) : asTyped;
  if (spellings.size > 0) {
    const meant = await findMatches(queries, { ...page, understanding, spellings });
    if (meant.total > 0) return { kind: "found", understanding, ...meant, ...(await corrected(spellings, meant)) };
  }
  const told = isSentence(understanding) ? passOver(understanding, await findNaming(queries, words)) : null;
  if (told !== null) {
    const meant = await findMatches(queries, { ...page, ...told, spellings: asTyped });
    if (meant.total > 0) return { kind: "nearest", relaxed: told.relaxed, ...meant, understanding: told.understanding };
  }
  // What names something counts more than what is told around it.
  const isNamed = told !== null && told.understanding.words.length > 0;
  const asked = told === null || isNamed ? [told?.understanding ?? understanding] : [understanding, told.understanding];
  const attempts = asked
    .flatMap((each) => relaxations(each, now, zone))
    .flatMap((easier) => {
      // A word that is known counts for more than one that merely looks like another.
      const tried = easier.anyWord && spellings.size > 0 ? [asTyped, spellings] : [spellings];
      return tried.map((each) => ({ ...page, ...easier, spellings: each }));
    });
  for (let left = await skipHopeless(queries, attempts); ; left = await skipHopeless(queries, left.slice(1))) {
    const [attempt] = left;
    if (attempt === undefined) return { kind: "nothing", understanding };
    const nearest = await findMatches(queries, attempt);
    if (nearest.total === 0) continue;
    const { relaxed } = attempt;
    const said = attempt.understanding.words.length > 0 ? await corrected(attempt.spellings, nearest) : {};
    return { kind: "nearest", understanding, relaxed, ...nearest, ...said };
  }
}

/** What is on, where nothing was said but that something is wanted – unless just that is a title. */
async function findOpen(
  queries: Queries,
  understanding: Understanding,
  page: Omit<MatchRequest, "understanding" | "spellings">,
): Promise<SearchOutcome> {
  if (understanding.words.length > 0) {
    const called = await findMatches(queries, {
      ...page,
      understanding: { ...understanding, windows: [] },
      spellings: asTyped,
    });
    if (called.isCalledSo) return { kind: "found", understanding, ...called };
  }
  const anything = { ...understanding, words: [], said: [], text: "" };
  const open = await findMatches(queries, { ...page, understanding: anything, spellings: asTyped });
  return open.total > 0 ? { kind: "found", understanding: anything, ...open } : { kind: "nothing", understanding };
}
