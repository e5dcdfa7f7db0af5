import { PhraseBook } from "../text/phrase-book.ts";

/** What a word says of opening hours, besides days and hours: a day off, a break, the whole day, or nothing. */
export type OpeningWord = "closed" | "break" | "always" | "no days off" | "no break" | "filler";

/** By language, in the form of `PhraseBook`. */
const words: Readonly<Record<OpeningWord, readonly string[]>> = {
  closed: [
    "выходной, выходным, выходной день, закрыт(|о|а|ы), закрываемся, не работа(ет|ем|ют), нерабоч(ий|ие)( день| дни|), санитарный день",
    "ябык, ял, ял көне, ял итү көне, эшләми, эшләмибез, эшләмиләр",
    "closed, day off, days off, off, shut",
  ],
  break: [
    "перерыв(|а|ом), перерыв на обед, обед, обеденный перерыв, технический перерыв",
    "тәнәфес, төшке аш, төшке ял, төшке тәнәфес",
    "break, lunch, lunch break",
  ],
  always: ["круглосуточно, круглые сутки, всегда", "тәүлек буе, һәрвакыт", "around the clock, round the clock, always"],
  "no days off": [
    "без выходных, без выходного",
    "ял көннәрсез, ялсыз, ял көннәре юк",
    "no days off, without days off, seven days a week",
  ],
  "no break": ["без перерыва, без перерывов, без обеда", "тәнәфессез", "no break, without a break, no lunch break"],
  filler: [
    "открыт(|о|а|ы), работа(ет|ем|ют), режим работы, часы работы, время работы, график работы, график, мы, часов, часа, дни",
    "ачык, эш вакыты, эшли, эшлибез, эшлиләр, сәгатьтән",
    "open, open from, opening hours, hours, opening times, we are",
  ],
};

const book = new PhraseBook<OpeningWord>();
for (const kind of Object.keys(words) as OpeningWord[]) for (const list of words[kind]) book.learn(list, kind);

/** The word of opening hours that begins these folded ones, and how many it takes; null for none. */
export function findOpeningWord(folded: readonly string[]): { word: OpeningWord; length: number } | null {
  const found = book.find(folded, 0);
  const [word] = found?.values ?? [];
  return found === null || word === undefined ? null : { word, length: found.length };
}
