/** Rows of a page. Being told of what is not there yet takes the place of one. */
export const rowsOf = ({ isSimple, isWaiting }: { isSimple: boolean; isWaiting: boolean }): number =>
  isSimple ? 1 : isWaiting ? 4 : 5;

/** A page of what a search found: events, which on the first page make room for what else was found. */
export interface SearchPage<Hit> {
  hits: Hit[];
  /** The places of its first and last row among all, from 1 on. */
  from: number;
  to: number;
  total: number;
  hasMore: boolean;
}

/**
 * Cuts the page out of all `hits` up to its end. What else was found, `aside` of it, stands on the first page beside events,
 * so that a phone has no more buttons than `perPage`.
 */
export function pageOf<Hit>(
  hits: readonly Hit[],
  { page, perPage, aside, total }: { page: number; perPage: number; aside: number; total: number },
): SearchPage<Hit> {
  const first = Math.max(0, page * perPage - aside);
  const shown = hits.slice(first, Math.max(0, (page + 1) * perPage - aside));
  const from = page * perPage + 1;
  return {
    hits: shown,
    from,
    to: from - 1 + shown.length + (page === 0 ? aside : 0),
    total: total + aside,
    hasMore: (page + 1) * perPage < total + aside,
  };
}
