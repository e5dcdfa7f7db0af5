import type { People } from "../announcements/audience/audience.ts";
import type { Texts } from "../words/language.ts";

/** How many options a vote may have, and how many characters its texts. */
export const limits = { leastOptions: 2, mostOptions: 12, question: 300, option: 100 };

/** What a vote asks, in one language. */
export interface VoteText {
  question: string;
  options: string[];
}

/** When residents may see how a vote stands. */
export const resultsShown = ["always", "voted", "ended"] as const;

/** A vote as staff makes it: its options in the same order in each language. */
export interface NewVote {
  texts: Texts<VoteText>;
  results: (typeof resultsShown)[number];
  /** Null: until somebody of the staff ends it. */
  endsAt: Date | null;
  /** Who may vote. */
  audience: People;
}

export interface Vote extends NewVote {
  id: number;
  /** Voices by option. */
  counts: number[];
  /** Of all voices, those of people who had just come. */
  newVoices: number;
}

export const hasEnded = ({ endsAt }: Pick<Vote, "endsAt">, now: Date): boolean => endsAt !== null && endsAt <= now;

/** Whether somebody may see how a vote stands; `own` is the option that they voted for. */
export function showsResults(vote: Pick<Vote, "endsAt" | "results">, own: number | null, now: Date): boolean {
  if (vote.results === "always" || hasEnded(vote, now)) return true;
  return vote.results === "voted" && own !== null;
}

/** Why the options of a text cannot be taken; null: they can. */
export type OptionsFault = "too_few" | "too_many" | "too_long" | "alike";

export function faultOf(options: readonly string[]): OptionsFault | null {
  if (options.length < limits.leastOptions) return "too_few";
  if (options.length > limits.mostOptions) return "too_many";
  if (options.some((option) => option.length > limits.option)) return "too_long";
  return new Set(options.map((option) => option.toLowerCase())).size < options.length ? "alike" : null;
}

/** Reads options, one a line; bullets and numbers before them are left out. */
export const parseOptions = (text: string): string[] =>
  text
    .slice(0, limits.mostOptions * limits.option * 4)
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s*/u, "")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((line) => line !== "");
