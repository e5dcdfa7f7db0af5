import type { Door } from "../../people/address.ts";
import type { AnnouncementState } from "../announcement.ts";
import type { PauseReason } from "../sending/pause-reason.ts";

/** What can become of a recipient; pending: waits in the outbox, or is still to be put into it. */
export const outcomes = ["sent", "blocked", "failed", "uncertain", "expired", "cancelled", "pending"] as const;
export type AnnouncementOutcome = (typeof outcomes)[number];

/** What became of everybody: the sum is the audience. */
export type Outcomes = Record<AnnouncementOutcome, number>;

/** What became of those who were tried at a messenger; who could not be tried anywhere is at none. */
export interface DoorOutcomes extends Pick<Outcomes, "sent" | "blocked" | "failed" | "uncertain"> {
  door: Door;
}

export interface AnnouncementProgress extends Outcomes {
  state: AnnouncementState;
  audience: number;
  byDoor: readonly DoorOutcomes[];
  /** Dealt with per second, over the last ten seconds or so; null until two looks were some time apart. */
  perSecond: number | null;
  /** Null: not known, or nothing is going on. */
  secondsLeft: number | null;
  /** Why it paused by itself; null: it did not. */
  pauseReason: PauseReason | null;
}

/** Milliseconds that a rate is taken over. */
const span = 10_000;

/** Measures how fast announcements go, from the looks that somebody takes at them. */
export class RateMeter {
  readonly #looks = new Map<number, { at: number; settled: number }[]>();

  /** Notes how many were dealt with by now, and returns the rate per second. */
  note(id: number, now: Date, settled: number): number | null {
    const at = now.getTime();
    const looks = this.#looks.get(id) ?? [];
    this.#looks.set(id, looks);
    looks.push({ at, settled });
    // The newest one that is older than the span stays, to reach back far enough.
    while (looks.length > 2 && (looks[1]?.at ?? at) <= at - span) looks.shift();
    const [first] = looks;
    if (first === undefined || first.at === at) return null;
    return ((settled - first.settled) * 1_000) / (at - first.at);
  }

  /** Drops what is known of one that is through. */
  forget(id: number): void {
    this.#looks.delete(id);
  }
}
