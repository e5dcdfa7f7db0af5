import { fold } from "../../../text/fold.ts";
import { namesBehind, streetStem } from "../../../text/name-stem.ts";
import { soundOf } from "../../../text/sound.ts";
import { isStopWord } from "../../../text/stop-words.ts";
import { tatarReadings } from "../../../text/tatar-readings.ts";
import type { Filters } from "../../listing/list-query.ts";
import { markReading, markSound } from "../index/document.ts";
import {
  addressFacet,
  type Facet,
  facetsOfFilters,
  facetsOfMeaning,
  namingFacet,
  ownerFacet,
  titleFacet,
} from "../index/facets.ts";
import type { QueryWord } from "./query-word.ts";
import { isOfSection, isSoft, type SoftMeaning, type Term, type Understanding } from "./understanding.ts";

/**
 * One condition of a search, its alternatives joined by "or"; the conditions of a query are joined by "and".
 * `stems` is for to_tsquery('russian'), which stems Russian and, for Latin letters, English; `plain` for
 * to_tsquery('simple'): words as typed and Tatar stems. Both hold only letters, digits and operators.
 */
export interface WordCondition {
  stems: string;
  plain: string;
  facets: readonly Facet[];
}

/** Known words that a mistyped or unfinished one may stand for. */
export interface Spelling {
  alike: readonly string[];
  begun: readonly string[];
}

/** By the typed form of the word. */
export type Spellings = ReadonlyMap<string, Spelling>;

/** Where in the document a word must stand: A title, B names of houses and places, C who performs. */
export type Weights = "" | "A" | "B" | "ABC";

/** Words of which a title or a text must consist. */
export function wordConditions(
  words: readonly QueryWord[],
  spellings: Spellings,
  weights: Weights = "",
): WordCondition[] {
  return words.map((word) => wordCondition(word, spellings.get(word.forms[0] ?? ""), weights));
}

/** What the recognised terms ask for, times apart: each a condition, and sections together one where either is enough. */
export function termConditions({
  terms,
  words,
  isEither,
}: Pick<Understanding, "terms" | "words" | "isEither">): WordCondition[] {
  const ofTerms = (some: readonly Term[]) =>
    some.map((term) => termCondition(term, words.length > 0)).filter(({ facets }) => facets.length > 0);
  if (!isEither) return ofTerms(terms);
  const sections = ofTerms(terms.filter(isOfSection)).flatMap(({ facets }) => facets);
  return [
    ...ofTerms(terms.filter((term) => !isOfSection(term))),
    ...(sections.length > 0 ? [onlyFacets(sections)] : []),
  ];
}

/** What no event may be. */
export const excluded = ({ terms }: Pick<Understanding, "terms">): WordCondition[] =>
  terms.flatMap((term) => {
    if (term.kind !== "without") return [];
    const { value } = term;
    return value.kind === "called"
      ? [wordCondition(value.word, undefined, "ABC")]
      : [onlyFacets([...facetsOfMeaning(value), namingFacet(value)])];
  });

/** What filters ask for, as far as the index knows it; the rest is compared with the events. */
export const filterConditions = (filters: Filters): WordCondition[] =>
  facetsOfFilters(filters).map((facets) => onlyFacets(facets));

/** A tsquery as text: one of these facets; without any it is empty and asks for nothing. */
export const anyFacet = (facets: readonly Facet[]): string => facets.map((facet) => `'${facet}'`).join(" | ");

/** The sections and audiences asked for, without the nouns that may stand for them. */
export function sectionFacets({ terms }: Pick<Understanding, "terms">): WordCondition[] {
  const own = terms.filter(isSoft).map((term) => onlyFacets(facetsOfMeaning(term)));
  // A museum's before a theatre's.
  return terms.some(({ kind }) => kind === "exhibition") ? [...own, onlyFacets(["=museums"])] : own;
}

/** The nouns that name a house as well: «театр», "museum". */
export const houseNouns = (nouns: readonly SoftMeaning[]): WordCondition[] =>
  nouns.map((noun) => onlyFacets([ownerFacet(noun)]));

/**
 * The words of a title that happens to be made of recognised words («Свободная пятница», "Free Saturday jazz"): an event
 * so named is found whatever its day and section. Null for a single word, where the meaning is meant.
 */
export function titleConditions(understanding: Understanding): WordCondition[] | null {
  const words = understanding.said.filter((word) => !word.forms.some(isStopWord));
  return understanding.terms.length === 0 || words.length < 2
    ? null
    : words.map((word) => onlyFacets(word.forms.map((form) => titleFacet(fold(form)))));
}

/** The whole query as a folded phrase padded by spaces, in each reading: an event may be called just so. */
export const wholePhrases = ({ said }: Pick<Understanding, "said">): string[] => phrasesOf(said);

/** Phrases that a title may contain: the whole query and its free words. None without free words: "кино" means cinema. */
export function phrases({ said, words }: Pick<Understanding, "said" | "words">): string[] {
  return words.length === 0 ? [] : [...new Set([...phrasesOf(said), ...phrasesOf(words)])];
}

function phrasesOf(words: readonly QueryWord[]): string[] {
  const ways = words[0]?.forms.length ?? 0;
  return [
    ...new Set(Array.from({ length: ways }, (_, way) => ` ${fold(words.map((word) => word.forms[way]).join(" "))} `)),
  ];
}

/** Each once: PostgreSQL evaluates all of them for every candidate (four common words: 370 ms repeated, 169 ms once). */
const onlyFacets = (facets: readonly Facet[]): WordCondition => ({
  stems: "",
  plain: "",
  facets: [...new Set(facets)],
});

function termCondition(term: Term, isNamed: boolean): WordCondition {
  const facets = facetsOfMeaning(term);
  if (!isSoft(term)) return onlyFacets(facets);
  const named = [namingFacet(term), ...(isNamed ? [ownerFacet(term)] : [])];
  return onlyFacets([...facets, ...named, ...(term.kind === "exhibition" ? (["=museums"] as const) : [])]);
}

function wordCondition(word: QueryWord, spelling: Spelling | undefined, weights: Weights): WordCondition {
  const forms = [...new Set(word.forms)].map((form) => fold(form).split(" ")).filter(([first]) => first !== "");
  const alike = (word.alike ?? []).map((each) => each.split(" "));
  // «Курчак театры» is a house, and no tale in which a doll goes to the theatre.
  const ofName = word.alike !== undefined && weights === "" ? "ABC" : weights;
  const mark = (parts: readonly string[]): string =>
    `(${parts.map((part) => operand(part, parts.length > 1 ? ofName : weights)).join(" & ")})`;
  const near = [...(spelling?.alike ?? []), ...(spelling?.begun ?? [])];
  // Of several words said as one thing none is enough.
  const alone = forms.filter(({ length }) => length === 1).flat();
  const names = alone.flatMap(namesBehind);
  const readings = [...alone, ...names].filter((form) => /[а-я]/u.test(form)).flatMap(tatarReadings);
  const sounds = word.forms
    .slice(0, 1)
    .map(fold)
    .filter((form) => form.length >= 4 && /[а-я]/u.test(form))
    .map(soundOf);
  const single = [...near, ...names, ...readings.map(markReading), ...sounds.filter(Boolean).map(markSound)];
  return {
    stems: [...new Set([...forms.filter(isStemmed), ...names.map((name) => [name]), ...alike].map(mark))].join(" | "),
    plain: [...new Set([...forms, ...single.map((each) => [each]), ...alike].map(mark))].join(" | "),
    facets: word.isOfAddress ? [...new Set(forms.flat().map((form) => addressFacet(streetStem(form))))] : [],
  };
}

/** Words of three letters are not stemmed: «зоо» and «Зөя» would have the same stem, as «Кариев» has with «Карим». */
const isStemmed = (parts: readonly string[]): boolean =>
  parts.some((part) => part.length > 3 && !/^\p{L}{2,4}иев(?:а|у|ым|е|ой|ы|ых)?$/u.test(part));

/** "джаз:A" */
const operand = (word: string, weights: Weights): string => (weights === "" ? word : `${word}:${weights}`);
