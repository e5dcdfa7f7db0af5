import { fold } from "../text/fold.ts";
import { isStopWord } from "../text/stop-words.ts";

/** How well a text calls something by one of its titles. */
export type Naming = "whole" | "part" | null;

/** Words of a title that a text has to say before it is called by them. */
const fewest = 2;

/**
 * Whether a text calls something by its title, in whatever case of its words: «ночь музеев» is «Ночь музеев в Кремле» in part.
 * Every word that says something has to be one of the title.
 */
export function namingOf(text: string, titles: readonly string[]): Naming {
  const said = wordsOf(text);
  if (said.length === 0) return null;
  const found = titles.map((title) => {
    const words = wordsOf(title);
    if (!said.every((each) => words.some((word) => isSameWord(each, word)))) return null;
    const covered = words.filter((word) => said.some((each) => isSameWord(each, word))).length;
    // A title of one word, «Музыка», is a word of searches first.
    if (covered === words.length) return words.length >= fewest ? "whole" : "part";
    return covered >= fewest ? "part" : null;
  });
  return found.includes("whole") ? "whole" : found.includes("part") ? "part" : null;
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(" ")
      .filter((word) => word !== "" && !isStopWord(word)),
  ),
];

/** Letters by which an ending may differ: «музей» and «музеев», «төн» and «төне», "night" and "nights". */
const ending = 3;
const leastStem = 3;

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  let alike = 0;
  while (alike < one.length && one[alike] === other[alike]) alike += 1;
  return alike >= leastStem && Math.max(one.length, other.length) - alike <= ending && alike * 2 > other.length;
}
