import { isOfProgramme } from "../programme/search/lexicon/lexicon.ts";
import { type QueryWord, queryWords, readingsOf } from "../programme/search/query/query-word.ts";
import { PhraseBook } from "../text/phrase-book.ts";
import { type Concept, type ConceptWords, concepts } from "./concept.ts";
import { english } from "./lexicon/en.ts";
import { russian } from "./lexicon/ru.ts";
import { tatar } from "./lexicon/tt.ts";

/** A new language is its file and its place here. */
const lexicons: readonly ConceptWords[] = [russian, tatar, english];

/** A word or a phrase of a message, and what it can stand for; nothing for what is of the programme. */
export interface MessageUnit {
  words: readonly QueryWord[];
  concepts: ReadonlySet<Concept>;
}

/** A message says what it wants at its beginning; behind that somebody tells a story. */
const mostWords = 24;
const mostCharacters = 200;

const hourInFigures = /^(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?:[ap]m|ч|\p{L}?[дт][әаеэ]н?|[гк][әаэ]|н[әаэ]н)?$/iu;

const book = new PhraseBook<Concept>();
for (const lexicon of lexicons) for (const concept of concepts) book.learn(lexicon[concept], concept);

/** Parts a message into units, the longest phrases first; mixed languages, keyboards and alphabets are read alike. */
export function tag(text: string): MessageUnit[] {
  const words = queryWords(text, { words: mostWords, characters: mostCharacters });
  const ways = readingsOf(words);
  const units: MessageUnit[] = [];
  for (let at = 0; at < words.length; ) {
    const unit = unitAt(words, ways, at);
    units.push({ words: words.slice(at, at + unit.length), concepts: unit.concepts });
    at += unit.length;
  }
  return units;
}

/** What a message says beside these concepts and what means nothing by itself, as typed: «балет» of «сообщите когда будет балет». */
export const saidBeside = (text: string, ...passedOver: readonly Concept[]): string =>
  tag(text)
    .filter(({ concepts }) => ![...passedOver, "filler" as const].some((concept) => concepts.has(concept)))
    .flatMap(({ words }) => words.map(({ raw }) => raw))
    .join(" ");

/** The longest phrase that begins here, in whichever way of reading; else what a single word may be a slip of. */
function unitAt(
  words: readonly QueryWord[],
  ways: readonly (readonly string[])[],
  at: number,
): { length: number; concepts: ReadonlySet<Concept> } {
  const found = ways.flatMap((forms) => book.find(forms, at) ?? []);
  const length = Math.max(0, ...found.map((each) => each.length));
  if (length === 0) {
    if (hourInFigures.test(words[at]?.raw ?? "")) return { length: 1, concepts: new Set(["hour"]) };
    // «Бәйләргә» is "to knit", and no slip of «башларга», "to begin".
    const isKnown = ways.some((forms) => isOfProgramme(forms, at));
    return { length: 1, concepts: new Set(isKnown ? [] : book.findMistyped(words[at]?.forms[0] ?? "")) };
  }
  return { length, concepts: new Set(found.filter((each) => each.length === length).flatMap(({ values }) => values)) };
}
