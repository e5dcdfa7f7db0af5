import type { Candidate, EveningCompany, Placed } from "./candidate.ts";
import { type WayBetween, wayBetween } from "./way.ts";

/** Minutes kept beside the way: a cloakroom, a queue, tea. */
export const spare = 10;
/** Longer than so many minutes nobody waits for the next piece. */
export const longestWait = 120;

const minute = 60_000;
/** What has no hour of its own begins on a quarter. */
const quarter = 15 * minute;

/** Milliseconds between two pieces: the way and what is kept beside it. */
export const betweenPieces = (from: Candidate, to: Candidate, company: EveningCompany): number =>
  (wayBetween(from.ends, to.begins, company).minutes + spare) * minute;

/** The evening that pieces are planned into, in milliseconds since 1970. */
export interface Frame {
  from: number;
  until: number;
  company: EveningCompany;
}

/**
 * Places a candidate between two neighbours, null at the ends of an evening; null where it does not fit. What has no hour of
 * its own leads up to what follows it, or else follows what was before.
 */
export function fitBetween(
  candidate: Candidate,
  before: Placed | null,
  after: Placed | null,
  { from, until, company }: Frame,
): Placed | null {
  const earliest = before === null ? from : before.endsAt + betweenPieces(before.candidate, candidate, company);
  const latest = after === null ? until : after.startsAt - betweenPieces(candidate, after.candidate, company);
  for (const span of after === null ? candidate.spans : candidate.spans.toReversed()) {
    const first = Math.max(earliest, span.from);
    const last = Math.min(latest, span.until);
    const placed = within(candidate, { span, first, last, isLate: after !== null });
    if (placed !== null && isNear(placed, before, after, company)) return placed;
  }
  return null;
}

function within(
  candidate: Candidate,
  {
    span,
    first,
    last,
    isLate,
  }: { span: { from: number; until: number }; first: number; last: number; isLate: boolean },
): Placed | null {
  const { stay } = candidate;
  if (stay === null)
    return first <= span.from && span.until <= last ? { candidate, startsAt: span.from, endsAt: span.until } : null;
  const startsAt = isLate ? Math.floor((last - stay) / quarter) * quarter : Math.ceil(first / quarter) * quarter;
  return startsAt >= first && startsAt + stay <= last ? { candidate, startsAt, endsAt: startsAt + stay } : null;
}

/** Milliseconds of waiting between two pieces, beside the way. */
export const waitBetween = (one: Placed, next: Placed, company: EveningCompany): number =>
  next.startsAt - one.endsAt - betweenPieces(one.candidate, next.candidate, company);

/** Whether nobody waits too long for one of its neighbours: the other gap was there before. */
function isNear(placed: Placed, before: Placed | null, after: Placed | null, company: EveningCompany): boolean {
  const waits = [
    ...(before === null ? [] : [waitBetween(before, placed, company)]),
    ...(after === null ? [] : [waitBetween(placed, after, company)]),
  ];
  return waits.length === 0 || waits.some((wait) => wait <= longestWait * minute);
}

/** The ways between pieces in their order: one fewer than there are pieces. */
export const waysOf = (pieces: readonly Placed[], company: EveningCompany): WayBetween[] =>
  pieces
    .slice(1)
    .map((next, index) => wayBetween(pieces[index]?.candidate.ends ?? null, next.candidate.begins, company));
