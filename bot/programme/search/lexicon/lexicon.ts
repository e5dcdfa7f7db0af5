import { editDistance } from "../../../text/edit-distance.ts";
import { expand } from "../../../text/expand.ts";
import { fold } from "../../../text/fold.ts";
import { tatarStem } from "../../../text/tatar-stem.ts";
import type { Meaning } from "../query/understanding.ts";
import { sectionWords } from "./section-words.ts";
import { traitWords } from "./trait-words.ts";

/** The longest phrase of the lexicon, in words. */
export const longestPhrase = 4;

const entries = [...sectionWords, ...traitWords];
const phrases = new Map(
  entries.flatMap(({ meaning, phrases: patterns }) =>
    patterns.flatMap(expand).map((phrase): [string, Meaning] => [fold(phrase), meaning]),
  ),
);
const alonePhrases = new Map(
  entries.flatMap(({ meaning, alone }) =>
    (alone ?? []).flatMap(expand).map((phrase): [string, Meaning] => [fold(phrase), meaning]),
  ),
);
const tatarStems = new Map(
  entries.flatMap(({ meaning, tatar }) =>
    (tatar ?? []).map((noun): [string, Meaning] => [tatarStem(fold(noun)), meaning]),
  ),
);

/**
 * One slip is forgiven in long words. Not in the first letter (секция is no лекция), not in words of six letters
 * (завтрак is no завтра).
 */
const longWords = [...phrases.keys()].filter((phrase) => phrase.length >= 7 && !phrase.includes(" "));

/** What a folded phrase means as it stands, or with a Tatar ending. */
export function lookUp(phrase: string): Meaning | undefined {
  return phrases.get(phrase) ?? (phrase.includes(" ") ? undefined : tatarStems.get(tatarStem(phrase)));
}

/** What a whole query means of which no part would mean it. */
export const lookUpWhole = (query: string): Meaning | undefined => alonePhrases.get(query);

/** What a single folded word means if one slip of the finger is forgiven. */
export function lookUpMistyped(word: string): Meaning | undefined {
  const meant = oneSlipFrom(word, longWords);
  return meant === undefined ? undefined : phrases.get(meant);
}

/** Which of these folded words is one slip of the finger from another one; only long words are forgiven one. */
export function oneSlipFrom(word: string, among: readonly string[]): string | undefined {
  if (word.length < 6) return undefined;
  return among.find((known) => known[0] === word[0] && editDistance(word, known, 1) <= 1);
}
