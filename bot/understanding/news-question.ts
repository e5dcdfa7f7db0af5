import { understand } from "../programme/search/query/parse-query.ts";
import type { QueryWord } from "../programme/search/query/query-word.ts";
import { isOfSection } from "../programme/search/query/understanding.ts";
import type { Reading } from "../when/days.ts";
import type { Concept } from "./concept.ts";
import { tag } from "./tagging.ts";

/** More units than these tell a story. */
const mostUnits = 6;

/** What makes it a wish to be written to, or not to be. */
const ofLetters: readonly Concept[] = ["do_not_write", "unsubscribe", "write_to_me", "regularly", "leave", "mine"];

/**
 * Reads a question for the news of something: «новости театра», "what's new at the library", «"Ваня абый" турында рецензия».
 * Returns the words that name it; null for any other message, for all news, and where a day is named: then events are meant.
 */
export function parseNewsQuestion(text: string, { now, zone }: Reading): QueryWord[] | null {
  const units = tag(text);
  const asking = units.filter(({ concepts }) => concepts.has("news"));
  if (asking.length === 0 || units.length > mostUnits) return null;
  if (units.some(({ concepts }) => ofLetters.some((concept) => concepts.has(concept)))) return null;
  const { terms, words, isForClass } = understand(text, now, zone);
  if (isForClass || !terms.every(isOfSection)) return null;
  const said = new Set(asking.flatMap((unit) => unit.words.map(({ raw }) => raw)));
  const naming = [...words, ...terms.filter(isOfSection).flatMap((term) => term.words)];
  const names = naming.filter(({ raw }) => !said.has(raw));
  return names.length === 0 ? null : names;
}
