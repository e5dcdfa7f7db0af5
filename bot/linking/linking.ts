import type { Door } from "../people/address.ts";

/**
 * Two accounts become one person, in three steps that nobody takes for another one.
 *
 *   a link is made at one messenger ─► it is followed at the other: "it is me" ─► the number is chosen where it was made
 *             │                                     │                                        │
 *             │ another link, 15 minutes            │ "not me"                               │ a wrong number, "not me"
 *             ▼                                     ▼                                        ▼
 *            gone                                  gone                                     gone
 *
 * - **Forwarded**, a link is of no use: whoever follows it sees a number, and the account opens only when that number is
 *   chosen among three where the link was made. There is one try.
 * - **Sent by somebody else** to catch an account, it says whose it is by first name and what that person would see.
 * - **Rights of staff** go only to whom their holder leads them: whoever follows a link may have none that its maker does
 *   not have too. So staff begin where they are staff, and the number is theirs to choose.
 * - **The person who made the link stays**; what the other one had comes to them (merging/merge-store.ts has the rules).
 * - One account at each messenger: who has two there parts with one first.
 */
export const linkMinutes = 15;

/** Numbers that the maker of a link chooses from. */
export const choices = 3;

/** Why a link cannot be followed. */
export type LinkRefusal =
  /** Never made, used, replaced by another one, or older than 15 minutes. */
  | { kind: "gone" }
  /** The link was followed by its own maker: nothing to be done. */
  | { kind: "own" }
  /** Opened at a messenger that it does not lead to. */
  | { kind: "elsewhere"; leadsTo: Door }
  /** The maker or the follower has an account at the other's messenger already. */
  | { kind: "taken" }
  /** The follower has rights of staff: they have to begin at that messenger. */
  | { kind: "staff"; isMakerToo: boolean };

/** A link that may be followed. */
export interface OpenLink {
  kind: "open";
  requestId: number;
  makerId: number;
  /** The first name of whoever made it. */
  maker: string;
  madeAt: Door;
}

/** What came of saying "it is me": the number to be chosen where the link was made. */
export type Followed = LinkRefusal | { kind: "followed"; number: number; madeAt: Door };

/** What came of choosing a number. */
export type LinkConfirmed =
  | { kind: "linked"; leadsTo: Door }
  /** The link is gone by that. */
  | { kind: "wrong number" }
  | LinkRefusal;

/** What came of parting: the messenger that goes its own way. */
export type Parted = { kind: "parted" } | { kind: "not linked" };
