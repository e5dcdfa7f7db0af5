import { type ComparedEvent, type Doubt, hasDatesOf } from "./judge-pair.ts";

/** An event that may stay, or give way to another one. */
export interface Contender extends ComparedEvent {
  /** Residents see it. */
  isShown: boolean;
  /** Others have given way to it. */
  holdsOthers: boolean;
  /** How good its source is (rank.ts). */
  rank: number;
}

export type KeptChoice = { kind: "kept"; keptId: number; goneId: number } | { kind: "doubt"; doubt: Doubt };

/**
 * Chooses which of two events stays: one that has all dates of the other, is seen if the other one is, and keeps what it holds. Of
 * two that could, the one that holds others, is seen, or has the better source.
 */
export function chooseKept(one: Contender, other: Contender): KeptChoice {
  if (one.holdsOthers && other.holdsOthers) return { kind: "doubt", doubt: "several" };
  const mayStay = (kept: Contender, gone: Contender): boolean =>
    !gone.holdsOthers && (kept.isShown || !gone.isShown) && hasDatesOf(kept, gone);
  const orders = (
    [
      [one, other],
      [other, one],
    ] as const
  ).filter(([kept, gone]) => mayStay(kept, gone));
  const worth = ({ holdsOthers, isShown, rank, eventId }: Contender): number[] => [
    Number(!holdsOthers),
    Number(!isShown),
    rank,
    eventId,
  ];
  const [best] = orders.toSorted(([left], [right]) => compareLists(worth(left), worth(right)));
  if (best === undefined) return { kind: "doubt", doubt: "dates" };
  const [kept, gone] = best;
  return { kind: "kept", keptId: kept.eventId, goneId: gone.eventId };
}

function compareLists(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
