import { understand } from "../programme/search/query/parse-query.ts";
import type { QueryWord } from "../programme/search/query/query-word.ts";
import { isOfSection } from "../programme/search/query/understanding.ts";
import type { Reading } from "../when/days.ts";
import { tag } from "./tagging.ts";

/** "Where" within more words leads to what one would do there. */
const mostUnits = 4;

/**
 * Reads a question about a house itself: where it is, how one gets there, when its doors are open. Returns the words that name
 * it, "opera", «театр», «Экият»; null for any other message, and where more is asked for than a house.
 */
export function parseHouseQuestion(text: string, { now, zone }: Reading): QueryWord[] | null {
  const units = tag(text);
  const isShort = units.length <= mostUnits;
  const asking = units.filter(
    ({ concepts }) => concepts.has("road") || concepts.has("doors") || (isShort && concepts.has("where")),
  );
  // «Что открыто в Кремле?» asks for events.
  if (asking.length === 0 || units.some(({ concepts }) => concepts.has("things"))) return null;
  const { terms, words, isForClass } = understand(text, now, zone);
  if (isForClass || !terms.every((term) => isOfSection(term) || term.kind === "when")) return null;
  const said = new Set(asking.flatMap((unit) => unit.words.map(({ raw }) => raw)));
  const naming = [...words, ...terms.filter(isOfSection).flatMap((term) => term.words)];
  const names = naming.filter(({ raw }) => !said.has(raw));
  // «Где театр?» names none of them.
  return words.some(({ raw }) => !said.has(raw)) ? names : null;
}
