import type { Candidate, Placed } from "./candidate.ts";
import { type Frame, fitBetween, waitBetween } from "./fit.ts";
import { wayBetween } from "./way.ts";

/** Pieces of an evening at most, and as many as are looked for at first. */
export const mostPieces = 4;
export const usualPieces = 3;

/** Evenings that are thought on at each step: what is planned is bounded by this and the number of candidates. */
const beam = 24;

const minute = 60_000;

/**
 * How good an evening is: what its pieces are worth, half a point for each kind that it has no second of, less a point
 * for an hour of waiting and a point for forty minutes of way.
 */
export function scoreOf(pieces: readonly Placed[], { company }: Frame): number {
  const worth = pieces.reduce((sum, { candidate }) => sum + candidate.worth, 0);
  const variety = new Set(pieces.map(({ candidate }) => candidate.kind)).size / 2;
  const costs = pieces.slice(1).map((next, index) => {
    const before = pieces[index] ?? next;
    const way = wayBetween(before.candidate.ends, next.candidate.begins, company).minutes;
    return Math.max(0, waitBetween(before, next, company)) / (60 * minute) + way / 40;
  });
  return worth + variety - costs.reduce((sum, cost) => sum + cost, 0);
}

interface Evening {
  pieces: Placed[];
  score: number;
  /** By which the same pieces are known again, and of equal evenings always the same one comes first. */
  key: string;
}

const eveningOf = (pieces: Placed[], frame: Frame): Evening => ({
  pieces,
  score: scoreOf(pieces, frame),
  key: pieces.map(({ candidate }) => candidate.key).join(" "),
});

const better = (one: Evening, other: Evening): number =>
  other.score - one.score || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0);

/** Everything that a candidate makes of an evening: it stands at each place where it fits. */
function* grown({ pieces }: Pick<Evening, "pieces">, candidate: Candidate, frame: Frame): Iterable<Evening> {
  if (isThere(pieces, candidate)) return;
  for (let at = 0; at <= pieces.length; at += 1) {
    const placed = fitBetween(candidate, pieces[at - 1] ?? null, pieces[at] ?? null, frame);
    if (placed !== null) yield eveningOf(pieces.toSpliced(at, 0, placed), frame);
  }
}

const isThere = (pieces: readonly Placed[], { key, subjects }: Candidate): boolean =>
  pieces.some(
    ({ candidate }) => candidate.key === key || candidate.subjects.some((subject) => subjects.includes(subject)),
  );

/** The better ones, each set of pieces once. */
function best(evenings: readonly Evening[]): Evening[] {
  const seen = new Set<string>();
  return evenings
    .toSorted(better)
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .slice(0, beam);
}

/**
 * Plans an evening around the pieces that are there already, which stay as they are: up to `count` of them in all, in order,
 * none overlapping, with the way between. Fewer where no more fit, or where another one would make it worse. The same
 * candidates always make the same evening.
 */
export function planEvening(
  fixed: readonly Placed[],
  candidates: readonly Candidate[],
  frame: Frame,
  count = usualPieces,
): Placed[] {
  let evenings = [eveningOf([...fixed], frame)];
  let chosen = evenings[0];
  while (evenings.length > 0) {
    const next = best(
      evenings.flatMap((evening) =>
        evening.pieces.length >= count
          ? []
          : candidates.flatMap((candidate) =>
              [...grown(evening, candidate, frame)].filter((more) => more.score > evening.score),
            ),
      ),
    );
    const [first] = next;
    if (first !== undefined && (chosen === undefined || first.score > chosen.score)) chosen = first;
    evenings = next;
  }
  return chosen?.pieces ?? [];
}

/** The piece that would do best at a place among others, between the same neighbours; null where none fits. */
export function findReplacement(
  others: readonly Placed[],
  at: number,
  candidates: readonly Candidate[],
  frame: Frame,
): Placed | null {
  const ways = candidates.flatMap((candidate) => {
    if (isThere(others, candidate)) return [];
    const placed = fitBetween(candidate, others[at - 1] ?? null, others[at] ?? null, frame);
    return placed === null ? [] : [{ ...eveningOf(others.toSpliced(at, 0, placed), frame), placed }];
  });
  return ways.toSorted(better)[0]?.placed ?? null;
}

/** The piece that would do best beside those that are there; null where none fits. */
export function findAddition(pieces: readonly Placed[], candidates: readonly Candidate[], frame: Frame): Placed | null {
  const grownOnes = candidates.flatMap((candidate) => [...grown({ pieces: [...pieces] }, candidate, frame)]);
  const [first] = grownOnes.toSorted(better);
  const known = new Set(pieces.map(({ candidate }) => candidate.key));
  return first?.pieces.find(({ candidate }) => !known.has(candidate.key)) ?? null;
}
