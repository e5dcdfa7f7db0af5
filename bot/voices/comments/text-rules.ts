import { fold } from "../../text/fold.ts";
import { faultOfText, type TextFault } from "../text-faults.ts";
import { longest } from "./comment.ts";

/** What keeps a comment from being taken; each has a sentence that says what to change. */
export type CommentFault = "short" | "long" | TextFault;

/** Fewer letters say nothing. */
const fewestLetters = 3;

/** Finds what is wrong with a comment; null: nothing. */
export function faultOf(text: string): CommentFault | null {
  if ((text.match(/\p{L}/gu) ?? []).length < fewestLetters) return "short";
  return text.length > longest.comment ? "long" : faultOfText(text);
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
