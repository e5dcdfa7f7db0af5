import type { Texts } from "../../words/language.ts";
import type { Stars } from "../stars.ts";
import type { VoiceTopic } from "../topic.ts";

/**
 * A comment *waits* for a human until it is *published*, or is published at once where the city looks afterwards. Three
 * readers' flags *hide* it until a human has looked. A human *rejects* it for one of the reasons below, which its author is
 * told, and against which they may appeal once: then it waits again, rejected as it is. Its author may *withdraw* it at any
 * time, and a later one about the same thing withdraws it too; of that nothing but the time is kept.
 */
export const commentStates = ["waiting", "published", "hidden", "rejected", "withdrawn"] as const;
export type CommentState = (typeof commentStates)[number];

/** Why a human has to look. */
export const holds = ["first", "word", "flags", "appeal"] as const;
export type Hold = (typeof holds)[number];

/** Why a comment may be rejected. That it is critical is no reason. "own": in the words of whoever rejects. */
export const reasons = ["insult", "personal", "advert", "off_topic", "unclear", "unlawful", "own"] as const;
export type Reason = (typeof reasons)[number];

/** Characters of a comment, of a name under it, and of an answer, an appeal or a reason in own words. */
export const longest = { comment: 1_000, name: 40, reply: 600 };

/** So many readers hide a comment. */
export const flagsToHide = 3;

/** Days for which somebody may be kept from writing. */
export const banDays = [1, 7, 30] as const;

export interface Comment {
  id: number;
  topic: VoiceTopic;
  /** Of the event or the course. */
  titles: Texts<string>;
  /** Who puts the event on; empty where nobody is known. */
  institution: Texts<string>;
  institutionId: number | null;
  /** Null: somebody who was erased. */
  personId: number | null;
  text: string;
  /** Null: "a resident". */
  name: string | null;
  /** What its author gave, if anything. */
  stars: Stars | null;
  state: CommentState;
  writtenAt: Date;
  publishedAt: Date | null;
  waitingSince: Date | null;
  hold: Hold | null;
  isNewcomer: boolean;
  decidedBy: number | null;
  decidedAt: Date | null;
  reason: Reason | null;
  ownWords: string | null;
  appeal: string | null;
  appealedAt: Date | null;
  /** What the institution, or the city, answered. */
  answer: string | null;
  /** Flags of readers that no human has looked at. */
  flags: number;
}

/** Whether its author may still say that a rejection is wrong. */
export const isAppealable = ({ state, appealedAt }: Pick<Comment, "state" | "appealedAt">): boolean =>
  state === "rejected" && appealedAt === null;

/** Whether a human may still decide about it: it waits, or it is shown. */
export const isOpenToDecide = ({ state, waitingSince }: Pick<Comment, "state" | "waitingSince">): boolean =>
  state === "published" || (state !== "withdrawn" && waitingSince !== null);

/** How a comment stands for its author. */
export interface CommentStand extends Pick<Comment, "state" | "reason" | "ownWords"> {
  isAppealed: boolean;
  isWaiting: boolean;
}

export const standOf = ({ state, reason, ownWords, appealedAt, waitingSince }: Comment): CommentStand => ({
  ...{ state, reason, ownWords, isAppealed: appealedAt !== null, isWaiting: waitingSince !== null },
});
