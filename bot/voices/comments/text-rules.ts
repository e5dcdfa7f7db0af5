import { fold } from "../../text/fold.ts";
import { longest } from "./comment.ts";

/** What keeps a text from being taken; each has a sentence that says what to change. */
export const textFaults = ["short", "long", "link", "shouting", "flood"] as const;
export type TextFault = (typeof textFaults)[number];

/** Fewer letters say nothing. */
const fewestLetters = 3;

/** A text of so many letters shouts where nearly all are capitals; "СПАСИБО" alone does not. */
const shout = { letters: 20, share: 0.7 };

/** The same sign, or the same word, so often one after the other. */
const flood = { signs: 8, words: 5 };

/** An address of the web, an e-mail or a name at a messenger. A full stop without a space after it is none. */
const link =
  /:\/\/|\bwww\.|(?<![\p{L}\p{N}])@[a-z]\w{3,}|[\w.-]+@[\w-]+\.\w{2,}|\b[\w-]+\.(?:ru|com|org|net|info|me|online|shop|site|su|io|tatar|рф)(?![\p{L}\p{N}])|[\p{L}\p{N}-]+\.рф(?!\p{L})/iu;

/** Finds what is wrong with a text that others shall read; null: nothing. */
export function faultOf(text: string): TextFault | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < fewestLetters) return "short";
  if (text.length > longest.comment) return "long";
  if (link.test(text)) return "link";
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase());
  if (letters.length >= shout.letters && capitals.length > letters.length * shout.share) return "shouting";
  return isFlood(text) ? "flood" : null;
}

function isFlood(text: string): boolean {
  if (new RegExp(`([^\\s])\\1{${flood.signs - 1},}`, "u").test(text)) return true;
  let inARow = 0;
  let before = "";
  return fold(text)
    .split(" ")
    .some((word) => {
      inARow = word === before ? inARow + 1 : 1;
      before = word;
      return inARow >= flood.words;
    });
}

/** Whether two texts say the same, whatever their capitals, signs and spaces. */
export const isSameText = (one: string, other: string): boolean => fold(one) === fold(other);

/** The first of a city's words that stands in a text; "дур*" is any word that begins so. Null: none does. */
export function findHeldWord(text: string, words: readonly string[]): string | null {
  const said = fold(text).split(" ");
  const isMeant = (listed: string): boolean => {
    const word = fold(listed);
    if (word === "") return false;
    if (word.includes(" ")) return ` ${said.join(" ")} `.includes(` ${word} `);
    return listed.trim().endsWith("*") ? said.some((each) => each.startsWith(word)) : said.includes(word);
  };
  return words.find(isMeant) ?? null;
}

/** How many words a city's list may have, and characters each. */
export const wordLimits = { most: 500, longest: 40 };

/** Reads a list of words, one a line or with commas; null where there are none, too many, or one is no word. */
export function parseWords(text: string): string[] | null {
  const words = text
    .split(/[\n,;]/u)
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  const isFit = words.every((word) => word.length <= wordLimits.longest && fold(word) !== "");
  return isFit && words.length > 0 && words.length <= wordLimits.most ? [...new Set(words)] : null;
}
