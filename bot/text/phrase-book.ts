import { editDistance } from "./edit-distance.ts";
import { expand } from "./expand.ts";
import { fold } from "./fold.ts";
import { tatarReadings } from "./tatar-readings.ts";
import { isTatarVerbEnding } from "./tatar-verb.ts";

/** How one word of a pattern is met: as it stands, by whatever begins so, or as a Tatar noun or verb with any ending. */
interface PatternWord {
  text: string;
  how: "whole" | "begun" | "noun" | "verb";
  readings: readonly string[];
}

interface Entry<T> {
  words: readonly PatternWord[];
  value: T;
}

/** So long that one slip of the finger makes no other word of them: what is known, and what was typed. */
const shortestForgiven = 6;
const shortestTyped = 7;
/** Letters of an ending behind a mistyped beginning: «напамин|ание». */
const longestEnding = 3;

/**
 * Phrases of several languages and what they stand for. A list has patterns parted by commas, in real spelling, with
 * alternatives as in "суббот(а|у|ы)", "*" behind a word for whatever begins so, "~" behind a Tatar noun and "^" behind the
 * stem of a Tatar verb for any ending.
 */
export class PhraseBook<T> {
  readonly #entries = new Map<string, Entry<T>[]>();
  readonly #forgiven = new Map<string, Entry<T>[]>();

  learn(list: string, value: T): void {
    for (const phrase of new Set(list.split(",").flatMap(expand))) {
      const words = phrase.split(" ").flatMap(wordsOf);
      const [first, ...rest] = words;
      if (first === undefined) continue;
      append(this.#entries, beginningOf(first.text), { words, value });
      if (
        rest.length === 0 &&
        first.text.length >= shortestForgiven &&
        (first.how === "whole" || first.how === "begun")
      )
        append(this.#forgiven, first.text[0] ?? "", { words, value });
    }
  }

  /** The values of the longest phrase among folded words from a place on, in the order learned, and its length. */
  find(words: readonly string[], at: number): { values: T[]; length: number } | null {
    let found: T[] = [];
    let longest = 0;
    for (const entry of this.#entries.get(beginningOf(words[at] ?? "")) ?? []) {
      const { length } = entry.words;
      if (length < longest || !entry.words.every((word, index) => meets(word, words[at + index] ?? ""))) continue;
      if (length > longest) [longest, found] = [length, []];
      found.push(entry.value);
    }
    return longest === 0 ? null : { values: found, length: longest };
  }

  /**
   * The values of the words from which a folded one is one slip of the finger; only long words are forgiven one, by default
   * those of seven letters.
   */
  findMistyped(typed: string, shortest = shortestTyped): T[] {
    if (typed.length < shortest) return [];
    return (this.#forgiven.get(typed[0] ?? "") ?? [])
      .filter(({ words: [word] }) => word !== undefined && isMistyped(typed, word))
      .map(({ value }) => value);
  }
}

/** The first two letters: no ending of a noun changes them. */
const beginningOf = (word: string): string => word.slice(0, 2);

const append = <T>(entries: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void => {
  const known = entries.get(key);
  if (known === undefined) entries.set(key, [entry]);
  else known.push(entry);
};

const signs: Readonly<Record<string, PatternWord["how"]>> = { "*": "begun", "~": "noun", "^": "verb" };

function wordsOf(word: string): PatternWord[] {
  const how = signs[word.at(-1) ?? ""] ?? "whole";
  return fold(word)
    .split(" ")
    .filter((text) => text !== "")
    .map((text) => ({ text, how, readings: how === "noun" ? tatarReadings(text) : [] }));
}

function meets({ text, how, readings }: PatternWord, word: string): boolean {
  if (how === "whole") return word === text;
  if (how === "begun") return word.startsWith(text);
  if (how === "verb") return word.startsWith(text) && isTatarVerbEnding(word.slice(text.length));
  return word.startsWith(text.slice(0, 2)) && tatarReadings(word).some((reading) => readings.includes(reading));
}

function isMistyped(typed: string, { text, how }: PatternWord): boolean {
  // Behind a beginning stands an ending: «Рахманинов» is no «рахмат».
  if (typed.length > text.length + longestEnding) return false;
  const beginnings = how === "begun" ? [-1, 0, 1].map((more) => typed.slice(0, text.length + more)) : [typed];
  return beginnings.some((beginning) => editDistance(beginning, text, 1) <= 1);
}
