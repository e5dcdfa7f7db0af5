import type { Audience, Section } from "../programme/event.ts";
import type { DigestReason } from "./rules.ts";

/** Why a pick was taken: what its row says, or something that is true of its reader alone and shown to nobody else. */
export type PickReason =
  | DigestReason
  /** They opened cards of what is for the same people. */
  | { kind: "opened"; audience: Audience }
  | { kind: "new" }
  | { kind: "section"; section: Section };

/** What of a row a pick is chosen by. */
interface Candidate {
  eventId: number;
  startsAt: Date;
  isNew: boolean;
  because: DigestReason | null;
  section: Section;
  audiences: readonly Audience[];
}

export const mostPicks = 3;

/** The order of reasons: what somebody asked for goes before what others liked. */
const order = ["followed", "opened", "reminded", "rated", "new", "section"] as const satisfies PickReason["kind"][];

/**
 * Chooses three events of a digest that it shows pictures of, each with its reason: what is followed, what is for those for whom
 * the reader has opened cards (`opened`), what others wait for or praised, what is new; then by its section. Of equal reasons the
 * earlier date, and of a section one before a second one.
 */
export function choosePicks<T extends Candidate>(
  rows: readonly T[],
  opened: readonly Audience[],
): { row: T; because: PickReason }[] {
  const reasoned = rows.map((row) => ({ row, because: reasonOf(row, opened) }));
  const ranked = reasoned.toSorted(
    (one, other) =>
      order.indexOf(one.because.kind) - order.indexOf(other.because.kind) ||
      one.row.startsAt.getTime() - other.row.startsAt.getTime(),
  );
  const seen = new Set<Section>();
  const [firsts, others]: [typeof ranked, typeof ranked] = [[], []];
  for (const pick of ranked) {
    const isAsked = pick.because.kind === "followed" || pick.because.kind === "opened";
    (isAsked || !seen.has(pick.row.section) ? firsts : others).push(pick);
    seen.add(pick.row.section);
  }
  return [...firsts, ...others].slice(0, mostPicks);
}

function reasonOf({ because, audiences, isNew, section }: Candidate, opened: readonly Audience[]): PickReason {
  if (because?.kind === "followed") return because;
  const audience = opened.find((each) => audiences.includes(each));
  if (audience !== undefined) return { kind: "opened", audience };
  return because ?? (isNew ? { kind: "new" } : { kind: "section", section });
}
