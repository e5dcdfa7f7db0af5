import type { Language } from "../words/language.ts";

/** What can be answered without looking anything up in the programme. */
export const plainIntents = [
  /** Cannot get into a lesson: no link, no sound, Zoom does not open. */
  "trouble",
  "help",
  /** Wants to speak to somebody. */
  "human",
  "menu",
  /** One's own: what one is enrolled in, and how to leave it. */
  "own_classes",
  "certificate",
  "reminders",
  "tickets",
  "settings",
  /** Finds it too much, or the letters too small. */
  "simple",
  /** Wants to choose a language, without saying which. */
  "languages",
  "quiet_hours",
  /** Wants to be written to no more. */
  "unsubscribe",
  "digest",
  /** What is kept, and how to have it erased. */
  "privacy",
  "zone",
  "calendar",
  "idea",
  /** What others propose. */
  "ideas",
  /** What the city lets its people decide by their voices. */
  "votes",
  /** What somebody rated, proposed and voted for, and what came of it. */
  "own_voices",
  /** Wants to rate something, or to say what it was like. */
  "review",
  /** Wants to be told when there is something. */
  "follow",
  /** Something in the programme is wrong. */
  "mistake",
  "phone",
  "near",
  /** Festivals, Nights and collections, without saying which. */
  "collections",
  /** What is there without a date, to be watched or walked at any time. */
  "always",
  /** What institutions tell and what is written about events, without saying of which. */
  "news",
  /** An evening of several things that follow each other. */
  "evening",
  "cost",
  "road",
  "parking",
  "weather",
  /** What is no culture: a taxi, a joke, a recipe. */
  "offtopic",
  /** Classes in general, without a subject. */
  "classes",
  "greeted",
  "thanked",
  "farewell",
  "praised",
  "complaint",
  "who",
  /** "Yes", "12345": an answer to nothing that was asked. */
  "unclear",
] as const;
export type PlainIntent = (typeof plainIntents)[number];

/** What a message wants. */
export type Intent =
  /** `isGuessed`: it is only most like that, and may be a search all the same. */
  | { kind: PlainIntent; isGuessed: boolean }
  /** That language is to be spoken from now on. */
  | { kind: "speak"; language: Language }
  /**
   * The rest: to be looked for in the programme and among courses; `instead` may be meant where nothing is found, and where it
   * is likely, unless all of the message was looked for.
   */
  | { kind: "search"; instead: PlainIntent | null; isLikely: boolean };
