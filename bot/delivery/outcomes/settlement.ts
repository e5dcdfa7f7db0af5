import type { Lane } from "../delivery.ts";
import type { Outcome, Unreachable } from "./outcome.ts";

/** How often a message whose answer was lost is tried in all, and one whose chat keeps moving. */
export const mostAttempts = 5;

/** What is written about a delivery that was dealt with. */
export type Settlement =
  | { state: "sent"; messageId: string; otherMessageIds?: string[] }
  /** `unreachable`: the person cannot be written to, which is no failure of the messenger. */
  | { state: "failed"; reason: string; unreachable?: Unreachable }
  | { state: "expired" | "cancelled" | "uncertain"; reason: string }
  /** Comes again, at `dueAt` if that is given. `isAttempt`: it may have arrived, so the attempt counts. */
  | { state: "pending"; isAttempt: boolean; dueAt?: Date };

/**
 * What an outcome means for a delivery. An uncertain one is sent again where twice is better than never (urgent,
 * normal) and left to a human's judgement where it is not (bulk). `attempts` includes this one.
 */
export function settlementOf(outcome: Outcome, { lane, attempts }: { lane: Lane; attempts: number }): Settlement {
  switch (outcome.kind) {
    case "delivered":
      return { state: "sent", messageId: outcome.messageId, otherMessageIds: outcome.otherMessageIds ?? [] };
    case "throttled":
    case "unsent":
      return { state: "pending", isAttempt: false };
    case "unreachable":
      return { state: "failed", reason: outcome.why, unreachable: outcome.why };
    case "migrated":
      return attempts < mostAttempts
        ? { state: "pending", isAttempt: true }
        : { state: "failed", reason: "the chat keeps moving" };
    case "rejected":
      return { state: "failed", reason: `${outcome.code} ${outcome.description}` };
    case "uncertain":
      return lane !== "bulk" && attempts < mostAttempts
        ? { state: "pending", isAttempt: true }
        : { state: "uncertain", reason: outcome.cause };
  }
}
