import type { Language } from "../words/language.ts";

/** Characters, at most. */
export const longest = { title: 80, body: 1_000, answer: 500 };
/** Characters of a title, at least: «Каток». */
export const shortestTitle = 4;

/** From so many voices staff has to say yes or no, within so many days. */
export const threshold = { voices: 25, answerDays: 14 };

/** How an idea stands; one that was merged has its supporters asked to join another. */
export const ideaStates = ["new", "considered", "accepted", "declined", "done", "merged"] as const;
export type IdeaState = (typeof ideaStates)[number];

/** States in which an idea takes voices. */
export const openStates = ["new", "considered", "accepted"] as const satisfies readonly IdeaState[];
/** States in which staff has not said yes or no. */
export const unanswered = ["new", "considered"] as const satisfies readonly IdeaState[];

export const isOpen = (state: IdeaState): boolean => openStates.some((open) => open === state);
export const isUnanswered = (state: IdeaState): boolean => unanswered.some((open) => open === state);

/** What was made of an idea. */
export interface Made {
  kind: "event" | "course" | "vote";
  id: number;
}

/** An idea as it stands. */
export interface Idea {
  id: number;
  language: Language;
  /** Empty: its author took the text away. */
  title: string;
  body: string;
  state: IdeaState;
  /** Of its state: why it was declined, or what came of it. */
  answer: string | null;
  createdAt: Date;
  changedAt: Date;
  voices: number;
  /** Those of the voices that came from people who were new and had done nothing yet. */
  freshVoices: number;
  /** Null: staff does not have to answer yet. */
  dueAt: Date | null;
  /** The idea that it was merged into. */
  mergedInto: { id: number; title: string } | null;
  /** A human has to read it before others do. */
  isHeld: boolean;
  /** What residents may open of what was made of it. */
  made: Made | null;
}

/** What somebody is to an idea. */
export interface Stand {
  isAuthor: boolean;
  supports: boolean;
}

/** Lists for residents. */
export const shelves = ["voices", "new", "soon", "mine", "done"] as const;
export type Shelf = (typeof shelves)[number];

/** Lists for staff: unanswered ones by voices, by age, by when an answer is due, held back; agreed to; closed. */
export const queues = ["voices", "oldest", "due", "held", "accepted", "closed"] as const;
export type Queue = (typeof queues)[number];

const day = 86_400_000;

/** Whole days that staff has left to answer, 0 on the last; negative: so many days late. Null: nobody waits for an answer. */
export function daysLeft({ state, dueAt }: Pick<Idea, "state" | "dueAt">, now: Date): number | null {
  if (dueAt === null || !isUnanswered(state)) return null;
  return Math.floor((dueAt.getTime() - now.getTime()) / day);
}
