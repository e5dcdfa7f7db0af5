/** Why a person cannot be written to. */
export type Unreachable = "blocked" | "deactivated" | "never_started";

/** What became of one attempt to send, change or take back a message. Closed: whatever a messenger says is one of these. */
export type Outcome =
  | { kind: "delivered"; messageId: string; otherMessageIds?: string[] }
  /** Too fast; nothing was sent. `retryAfter` in seconds. */
  | { kind: "throttled"; retryAfter: number }
  /** This person cannot be written to there until they write themselves. */
  | { kind: "unreachable"; why: Unreachable }
  /** The chat goes on under another id; nothing was sent. */
  | { kind: "migrated"; chatId: string }
  /** Refused for good. `description` in the messenger's words. */
  | { kind: "rejected"; code: number; description: string }
  /** The messenger cannot be reached or does not know us; certainly nothing was sent. */
  | { kind: "unsent"; cause: string }
  /** The answer was lost: it may have arrived or not. */
  | { kind: "uncertain"; cause: string };
