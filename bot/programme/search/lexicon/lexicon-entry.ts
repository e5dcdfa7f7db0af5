import type { Meaning } from "../query/understanding.ts";

/** One meaning with the phrases that carry it; patterns as in `expand.ts`, in real spelling. */
export interface LexiconEntry {
  meaning: Meaning;
  phrases: readonly string[];
  /** Bare Tatar nouns: any ending may follow. */
  tatar?: readonly string[];
  /** Phrases that mean it only when nothing else is said: "live" is a stream, "live music" is not. */
  alone?: readonly string[];
}
