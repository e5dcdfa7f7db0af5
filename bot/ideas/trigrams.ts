import { fold } from "../text/fold.ts";
import { isStopWord } from "../text/stop-words.ts";
import { tatarReadings } from "../text/tatar-readings.ts";

/** Folded characters of a text in which trigrams are looked for: what it is about stands at its beginning. */
const longestRead = 300;

/** The folded words of a text that say something. */
export const tellingWords = (text: string): string[] =>
  fold(text.slice(0, longestRead * 2))
    .slice(0, longestRead)
    .split(" ")
    .filter((word) => word.length > 1 && !isStopWord(word));

/** The stem of a folded Tatar word: the shortest of what it may be a form of. */
export const tatarStem = (word: string): string =>
  tatarReadings(word)
    .filter((reading) => reading.length >= 3)
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))[0] ?? word;

/** The trigrams of stems, each once; a stem begins with two spaces and ends with one, as pg_trgm has it. */
export function trigramsOf(stems: readonly string[]): string[] {
  const found = new Set<string>();
  for (const stem of stems) {
    const letters = [..."  ", ...stem, " "];
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(""));
  }
  return [...found];
}
