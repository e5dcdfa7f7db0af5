import { fold } from "../../text/fold.ts";
import { tag } from "../tagging.ts";

/** Features are hashed into so many buckets; with some 60,000 of them few that matter share one. */
export const buckets = 32_768;

/** The most words that are looked at: the beginning of a long message says what it wants. */
const mostWords = 24;
/** Lengths of the runs of letters that are looked at: they outlive endings and slips of the finger. */
const runs = [3, 4, 5];

/**
 * What the classifier sees of a folded text, as bucket numbers without doubles: its words, pairs of words, runs of letters
 * with the ends of words marked, and the concepts that the lexicon knows.
 */
export function featuresOf(folded: string): number[] {
  const words = folded.split(" ").filter(Boolean).slice(0, mostWords);
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
  const concepts = tag(words.join(" ")).flatMap((unit) => [...unit.concepts]);
  const features = [
    ...words.map((word) => `=${word}`),
    ...pairs,
    ...words.flatMap((word) => runsOf(`_${word}_`)),
    ...concepts.filter((concept) => concept !== "filler").map((concept) => `:${concept}`),
  ];
  return [...new Set(features.map(bucketOf))];
}

/** A text as the classifier reads it: Tatar typed without its letters is like Tatar with them. */
export const foldForClassifier = (text: string): string => fold(text).replaceAll("э", "а");

const runsOf = (word: string): string[] =>
  runs.flatMap((length) =>
    Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) => word.slice(at, at + length)),
  );

/** FNV-1a, 32 bits. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1)
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % buckets;
}
