import { fold } from "../../../text/fold.ts";
import { cyrillicToLatinKeys, latinToRussianKeys, latinToTatarKeys } from "../../../text/keyboard-layout.ts";
import { otherSpellings } from "../../../text/loan-words.ts";
import { transliterations } from "../../../text/transliterate.ts";

/** A word of a query and what it may have been meant to be. */
export interface QueryWord {
  /** The word as typed, for the screen. */
  raw: string;
  /**
   * Folded readings, the typed one first. All words of a query have the same number, each place one way of reading
   * (typed, э for ә, keyboard, Tatar keyboard, three transliterations, two spellings of a loan word), so that phrases
   * are read one way throughout.
   */
  forms: readonly string[];
  /** Said of a street: «улица Пушкина», «на Пушкина». */
  isOfAddress?: true;
  /** Said of where something is: «в Экияте», "at the opera", «Әкияттә». */
  isWhere?: true;
  /** Folded words by which titles call the same: "stargazing" is the observatory. */
  alike?: readonly string[];
}

/** Longer queries are somebody's pasted text; the first words say enough. */
const maximumWords = 28;
const maximumLength = 200;
/** "21:30дан", "20.11.2026", "12+", "19:00"; a word with its inner apostrophes. */
const pieces =
  /\d{1,2}[:.]\d\d\p{L}{1,4}(?![\p{L}\p{N}])|\d+(?:[./:-]\d+)*\+?(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}\p{Cf}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
/** "5 – 10 декабря" is a range whatever its dash. */
const betweenFigures = /(?<=\d)\s{0,2}[-–—−]\s{0,2}(?=\d)/gu;
/** Keys that are letters on a Russian keyboard and punctuation on an English one. */
const typedInLatin = /^[a-z[\];',.`]+$/iu;

/** The words of a query with their readings: by default at most 28, of its first 200 characters. */
export function queryWords(text: string, most = { words: maximumWords, characters: maximumLength }): QueryWord[] {
  const beginning = beginningOf(text, most.characters);
  const chunks = beginning.normalize("NFC").replace(betweenFigures, "-").split(/\s+/u).filter(Boolean);
  return chunks.flatMap(wordsOfChunk).slice(0, most.words);
}

/** The words read throughout in one way, each way once, the typed one first. */
export function readingsOf(words: readonly QueryWord[]): string[][] {
  const ways = words[0]?.forms.length ?? 0;
  const all = Array.from({ length: ways }, (_, way) => words.map((word) => word.forms[way] ?? ""));
  return all.filter((forms, way) => all.findIndex((other) => other.join(" ") === forms.join(" ")) === way);
}

/** What is looked for of a long text; the last word only if it is whole, and a single long one all the same. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).toWellFormed();
  const gap = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return gap > 0 && !/\s/u.test(text.charAt(most)) ? cut.slice(0, gap) : cut;
}

function wordsOfChunk(chunk: string): QueryWord[] {
  if (isOnWrongKeyboard(chunk)) return [{ raw: chunk, forms: readings(chunk, fold(latinToRussianKeys(chunk))) }];
  return (chunk.match(pieces) ?? [])
    .map((raw) => ({ raw, forms: readings(raw, foldPiece(raw)) }))
    .filter((word) => word.forms[0] !== "");
}

/** Dates, hours and ages keep their signs. */
function foldPiece(raw: string): string {
  const [, figures = "", ending = ""] = /^(\d+[./:+-][\d./:+-]*)(\p{L}*)$/u.exec(raw) ?? [];
  return figures === "" ? fold(raw) : figures + fold(ending);
}

function readings(raw: string, typed: string): string[] {
  const latin = /^[a-zäəöüñşçğı[\];',.`]+$/iu.test(raw);
  const readAs = (text: string): string => fold(text).replaceAll(" ", "") || typed;
  const keyboards = latin
    ? [readAs(latinToRussianKeys(raw)), readAs(latinToTatarKeys(raw))]
    : [otherKeyboard(typed), typed];
  const sounds = latin ? transliterations(raw.toLowerCase().normalize("NFC")).map(readAs) : [];
  const loans = otherSpellings(typed);
  return [
    typed,
    // «Кургэзмэ», and «йыр» for җыр, «джомга» for җомга.
    typed.replaceAll("э", "а").replace(/^(?:й|дж)(?=[аоуы])/u, "ж"),
    ...keyboards,
    ...[0, 1, 2].map((reading) => sounds[reading] ?? typed),
    ...[0, 1].map((other) => loans[other] ?? typed),
  ];
}

function otherKeyboard(word: string): string {
  const switched = cyrillicToLatinKeys(word);
  return /^[a-z]+$/u.test(switched) ? switched : word;
}

/**
 * "ce,,jnf" is суббота, "rock,jazz" is two words. A mark is a letter when the word reads well on the Russian
 * keyboard; one at the end ("[jh." is хор, "jazz." is jazz) only when the rest cannot be a word in Latin letters.
 */
function isOnWrongKeyboard(chunk: string): boolean {
  if (!typedInLatin.test(chunk) || !/[[\];',.`]/u.test(chunk)) return false;
  const russian = latinToRussianKeys(chunk);
  // "What's", "don't": the apostrophe is one.
  if (/^[a-z]+'(?:s|t|m|re|ve|ll|d)$/iu.test(chunk)) return false;
  const readsWell = /[аеёиоуыэюя]/u.test(russian) && !/[бвгджзйклмнпрстфхцчшщьъ]{4}/u.test(russian);
  const closed = /[.,;'`[\]]$/u.test(chunk);
  return readsWell && (!closed || !/[aeiou]/iu.test(chunk));
}
