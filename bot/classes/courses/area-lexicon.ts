import { PhraseBook } from "../../text/phrase-book.ts";
import { type Area, areas } from "../areas.ts";
import { english } from "./lexicon/en.ts";
import type { AreaWords } from "./lexicon/lexicon.ts";
import { russian } from "./lexicon/ru.ts";
import { tatar } from "./lexicon/tt.ts";

/** A new language is its file and its place here. */
const lexicons: readonly AreaWords[] = [russian, tatar, english];

const book = new PhraseBook<Area>();
for (const lexicon of lexicons) for (const area of areas) book.learn(lexicon[area], area);

/** The subject that folded words name from a place on, and how many of them do; null where none is. */
export function areaAt(words: readonly string[], at: number): { area: Area; length: number } | null {
  const found = book.find(words, at);
  const [area] = found?.values ?? [];
  return found && area ? { area, length: found.length } : null;
}
