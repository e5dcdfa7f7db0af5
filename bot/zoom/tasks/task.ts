import { doubling } from "../../net/backoff.ts";
/** What a room asks Zoom for; which call that takes is decided when the task runs, by how things stand then. */
export type ZoomRequest =
  /** A group's lessons were made, moved or cancelled. */
  | { kind: "meeting"; groupId: number }
  /** Somebody became enrolled, or stopped being so. */
  | { kind: "register" | "cancel"; groupId: number; enrolmentId: number };

/** A task in the hands of this worker, until `claimedUntil`. */
export interface ClaimedTask {
  id: bigint;
  /** "forget" takes out a registrant whose enrolment is erased; its id is all that is left. */
  kind: "meeting" | "register" | "cancel" | "forget";
  groupId: number;
  enrolmentId: number | null;
  dedupeKey: string;
  /** How often it has been tried, this time included. */
  attempts: number;
  createdAt: Date;
  claimedUntil: Date;
}

/** How an attempt ended. */
export type TaskEnd =
  /** There is nothing left to do. */
  | { kind: "done"; note?: string }
  /** Something else has to happen first, or Zoom asked to wait: no failure. */
  | { kind: "wait"; until: Date; reason: string }
  /** The call did not work; `reason` is without secrets. A refusal will hardly become anything else soon. */
  | { kind: "failed"; reason: string; account: string | undefined; isRefusal?: boolean };

/** Milliseconds of failing after which staff is told. */
export const troubleAfter = 24 * 3_600_000;

const longestReason = 300;

/** Refusals are repeated less often: each is one of the hundred changes a day that all groups of an account share. */
const afterFailure = doubling(5_000, 600_000);
const afterRefusal = doubling(5_000, 3_600_000);

/** Milliseconds before the next attempt after so many: 5 s doubling to 10 min, or to an hour after a refusal. */
export const backOff = (attempts: number, isRefusal = false): number =>
  isRefusal ? afterRefusal(attempts) : afterFailure(attempts);

/** A reason that may be stored and shown: no address, which could be somebody's way in, and no e-mail. */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(/[a-z]+:\/\/\S+/gi, "[address]")
    .replaceAll(/\S+@\S+/g, "[e-mail]")
    .slice(0, longestReason);
