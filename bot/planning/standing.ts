import type { StandingOffer } from "../offers/offer.ts";
import type { Card } from "../programme/card/card.ts";
import type { Candidate, Placed } from "./candidate.ts";
import { betweenPieces, type Frame } from "./fit.ts";

/** What a piece of an evening is, as the programme has it now. */
export type PieceSubject =
  | { kind: "date"; card: Card }
  | { kind: "offer"; offer: StandingOffer }
  /** Its row is gone. */
  | { kind: "gone" };

/** How a piece stands by now. */
export type PieceStanding =
  | { kind: "stands" }
  /** `fits`: at its new time the rest of the evening still goes with it. */
  | { kind: "moved"; startsAt: Date; endsAt: Date; fits: boolean }
  | { kind: "cancelled" | "postponed" | "withdrawn" }
  /** Its doors are not open at the time planned for it. */
  | { kind: "closed" };

/** As much of it as says how it stands. */
type Looked =
  | { kind: "date"; card: Pick<Card, "withdrawn" | "status" | "startsAt" | "endsAt"> }
  | { kind: "offer"; offer: Pick<StandingOffer, "state"> }
  | { kind: "gone" };

interface Planned {
  startsAt: Date;
  endsAt: Date;
}

/** Whether a piece can be done as things are now, at its own time or the new one. */
export const isOn = ({ kind }: PieceStanding): boolean => kind === "stands" || kind === "moved";

/** How a piece stands; `candidate` is what it is now, null where the programme has it no more. `others` are all other pieces. */
export function standingOf(
  subject: Looked,
  planned: Planned,
  candidate: Candidate | null,
  { others, frame }: { others: readonly Placed[]; frame: Frame },
): PieceStanding {
  if (subject.kind === "gone") return { kind: "withdrawn" };
  if (subject.kind === "offer") return standingOfOffer(subject.offer, planned, candidate);
  const { withdrawn, status, startsAt, endsAt } = subject.card;
  if (withdrawn || candidate === null) return { kind: "withdrawn" };
  if (status === "cancelled" || status === "postponed") return { kind: status };
  if (startsAt.getTime() === planned.startsAt.getTime()) return { kind: "stands" };
  const now = { candidate, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
  return { kind: "moved", startsAt, endsAt, fits: goesWith(now, others, frame) };
}

function standingOfOffer(
  { state }: Pick<StandingOffer, "state">,
  { startsAt, endsAt }: Planned,
  candidate: Candidate | null,
): PieceStanding {
  if (state !== "shown") return { kind: "withdrawn" };
  const isOpen = candidate?.spans.some(({ from, until }) => from <= startsAt.getTime() && endsAt.getTime() <= until);
  return isOpen ? { kind: "stands" } : { kind: "closed" };
}

/** Whether a piece lies within the evening, and far enough from each other one for the way between. */
const goesWith = (piece: Placed, others: readonly Placed[], { from, until, company }: Frame): boolean =>
  from <= piece.startsAt &&
  piece.endsAt <= until &&
  others.every((other) =>
    other.startsAt < piece.startsAt
      ? other.endsAt + betweenPieces(other.candidate, piece.candidate, company) <= piece.startsAt
      : piece.endsAt + betweenPieces(piece.candidate, other.candidate, company) <= other.startsAt,
  );
