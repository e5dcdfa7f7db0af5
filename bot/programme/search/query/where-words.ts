import type { QueryWord } from "./query-word.ts";
import { isOfSection, type Term } from "./understanding.ts";

/** What leads to a place: «в Камаловском», "at the opera". */
const leading = /^(?:в|во|на|у|из|at|in|inside)$/iu;
/** What may stand between: "at *the* opera". */
const between = /^(?:the|this|your)$/iu;
/** Tatar says it by an ending: «Әкияттә», «Камалдагы». */
const locative = /(?<=\p{L}{3})(?:да|дә|та|тә)(?:гы|ге)?$/iu;

/**
 * The words that say where something is, among `looked` for: behind a word that leads to a place, and before or behind a
 * section said so: «в театре Камала», «Камал театрында». Whether there is such a house is for the programme to say.
 */
export function whereWordsOf(
  typed: readonly QueryWord[],
  looked: readonly QueryWord[],
  terms: readonly Term[],
): ReadonlySet<QueryWord> {
  const nouns = new Set(terms.filter(isOfSection).flatMap(({ words }) => words));
  const where = new Set<QueryWord>();
  for (const [at, word] of typed.entries()) {
    const isLocative = locative.test(word.raw);
    if (nouns.has(word)) {
      const [before, behind] = [typed[at - 1], typed[at + 1]];
      if (isLocative && before !== undefined) where.add(before);
      if (isLed(typed, at) && behind !== undefined) where.add(behind);
    } else if (isLocative || isLed(typed, at)) {
      where.add(word);
    }
  }
  return new Set(looked.filter((word) => where.has(word)));
}

function isLed(typed: readonly QueryWord[], at: number): boolean {
  const before = typed[at - 1]?.raw ?? "";
  return leading.test(before) || (between.test(before) && leading.test(typed[at - 2]?.raw ?? ""));
}
