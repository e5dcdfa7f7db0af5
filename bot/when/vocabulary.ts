import { expand } from "../text/expand.ts";
import { fold } from "../text/fold.ts";
import { english } from "./lexicon/en.ts";
import {
  type ClockSign,
  type Cue,
  clockSigns,
  cues,
  type Lexicon,
  type PartOfDay,
  type Unit,
} from "./lexicon/lexicon.ts";
import { russian } from "./lexicon/ru.ts";
import { tatar } from "./lexicon/tt.ts";

/** A new language is its file and its place here. */
const lexicons: readonly Lexicon[] = [russian, tatar, english];

/** All that a word or phrase can mean: "дня" is a day and a part of it, "second" a place in a row and every other one. */
export interface Word {
  /** 1 is January. */
  month?: number;
  /** ISO: 1 is Monday. */
  weekday?: number;
  /** Its weekday is said by a form that is another word elsewhere, as "sun". */
  isShort?: boolean;
  number?: number;
  ordinal?: number;
  /** Days from today on. */
  inDays?: number;
  isTonight?: boolean;
  part?: PartOfDay;
  /** Its part of the day is said by a form that stands at an hour, or in names. */
  isBound?: boolean;
  /** The part of any day in which what stands behind it is on: «ночной». */
  ofPart?: PartOfDay;
  half?: "am" | "pm";
  /** Minutes after midnight. */
  clock?: number;
  /** Minutes of an hour on the clock that are not said by their number: a half, a quarter. */
  fraction?: number;
  clockSign?: ClockSign;
  unit?: Unit;
  /** Minutes. */
  length?: number;
  /** "Times a week". */
  isFrequency?: boolean;
  cues: ReadonlySet<Cue>;
}

/** A word that says nothing of time. */
export const unknownWord: Word = { cues: new Set() };

const known = new Map<string, Word>();
const beginnings = new Map<string, Word>();

function learn(patterns: string, meaning: Omit<Word, "cues">, cue?: Cue): void {
  for (const pattern of patterns.split(",").filter((one) => one.trim() !== "")) {
    const all = pattern.trim().endsWith("*") ? beginnings : known;
    for (const phrase of expand(pattern.replace("*", ""))) {
      // "&" and "@" are words here, and nothing to `fold`.
      const folded = fold(phrase) || phrase;
      const before = all.get(folded) ?? unknownWord;
      // A word of two numbers, as "май", keeps its first meaning of a kind.
      all.set(folded, { ...meaning, ...before, cues: cue ? new Set([...before.cues, cue]) : before.cues });
    }
  }
}

for (const lexicon of lexicons) {
  for (const [index, words] of lexicon.months.entries()) learn(words, { month: index + 1 });
  for (const [index, words] of lexicon.weekdays.entries()) learn(words, { weekday: index + 1 });
  for (const [index, words] of lexicon.shortWeekdays.entries()) learn(words, { weekday: index + 1, isShort: true });
  learn(lexicon.zero, { number: 0 });
  for (const [index, words] of lexicon.numbers.entries()) learn(words, { number: index + 1 });
  for (const [index, words] of lexicon.tens.entries()) learn(words, { number: (index + 2) * 10 });
  for (const [index, words] of lexicon.ordinals.entries()) learn(words, { ordinal: index + 1 });
  for (const [index, words] of lexicon.tenOrdinals.entries()) learn(words, { ordinal: (index + 2) * 10 });
  for (const [index, words] of lexicon.days.entries()) learn(words, { inDays: index });
  learn(lexicon.tonight, { inDays: 0, part: "evening", isTonight: true });
  for (const part of Object.keys(lexicon.parts) as PartOfDay[]) {
    learn(lexicon.parts[part], { part });
    learn(lexicon.boundParts[part], { part, isBound: true });
    learn(lexicon.ofPart[part], { ofPart: part });
  }
  learn(lexicon.halves.am, { half: "am" });
  learn(lexicon.halves.pm, { half: "pm" });
  learn(lexicon.clocks.midday, { clock: 12 * 60 });
  learn(lexicon.clocks.midnight, { clock: 24 * 60 });
  // "Half past twelve" is in the afternoon, where nobody says that it is at night.
  for (const [index, words] of lexicon.halfHours.entries()) learn(words, { clock: (index || 12) * 60 + 30 });
  for (const [minutes, words] of Object.entries(lexicon.fractions)) learn(words, { fraction: Number(minutes) });
  for (const sign of clockSigns) learn(lexicon.clockSigns[sign], { clockSign: sign });
  for (const unit of Object.keys(lexicon.units) as Unit[]) learn(lexicon.units[unit], { unit });
  for (const [minutes, words] of Object.entries(lexicon.lengths)) learn(words, { length: Number(minutes) });
  learn(lexicon.timesAWeek, { isFrequency: true });
  for (const cue of cues) learn(lexicon.cues[cue], {}, cue);
}

/** Words of the longest phrase. */
export const longestPhrase = Math.max(...[...known.keys()].map((phrase) => phrase.split(" ").length));

const phraseStarts = new Set([...known.keys()].filter((one) => one.includes(" ")).map((one) => one.split(" ", 1)[0]));

/** Whether a phrase of several words may begin with this folded one. */
export const beginsPhrase = (word: string): boolean => phraseStarts.has(word);

/** What a folded phrase means; undefined where it says nothing of time. */
export function lookUpWord(phrase: string): Word | undefined {
  const word = known.get(phrase);
  if (word !== undefined || phrase.includes(" ")) return word;
  for (const [beginning, meaning] of beginnings) if (phrase.startsWith(beginning)) return meaning;
  return undefined;
}

/** Words in which a slip of the finger is forgiven: names of days, the weekend, and what stands beside them. */
export const longWords: readonly string[] = [...known]
  .filter(
    ([phrase, { month, cues, number = 0, ordinal = 0 }]) =>
      phrase.length >= 7 &&
      !phrase.includes(" ") &&
      month === undefined &&
      (cues.size === 0 || cues.has("weekend")) &&
      number <= 12 &&
      ordinal <= 5,
  )
  .map(([phrase]) => phrase);

/** The number of a word of tens with the word of a unit behind it: "twenty" and "five", «егерме» and «бишенче». */
export function joinNumbers(tens: Word, unit: Word): Word | null {
  const { number: ten = 0 } = tens;
  if (ten < 20 || ten % 10 !== 0) return null;
  const isUnit = (value: number | undefined): value is number => value !== undefined && value > 0 && value < 10;
  // An ordinal comes first: «бер» alone is a number, «беренче» is not.
  if (isUnit(unit.ordinal)) return { ordinal: ten + unit.ordinal, cues: new Set() };
  return isUnit(unit.number) ? { number: ten + unit.number, cues: new Set() } : null;
}

/** The Tatar case that means "from": декабрьдән, 10:00нан. */
export const isAblative = (folded: string): boolean => /(?:дан|тан|нан)$/u.test(folded);

/** The case that means "in": гыйнварда, январе. */
export const isLocative = (folded: string): boolean => /(?:[дт]а|[рлт]е)$/u.test(folded);

/** Whether the name of a month is no name of anybody and no other word, as Март, May and "march" are. */
export const isPlainMonth = (folded: string): boolean => folded.length > 6 && !/^(?:апрел|август)/u.test(folded);
