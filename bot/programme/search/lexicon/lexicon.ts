import { fold } from "../../../text/fold.ts";
import { PhraseBook } from "../../../text/phrase-book.ts";
import { type Language, languages } from "../../../words/language.ts";
import { type Accessibility, type Audience, accessibilities, audiences, type Section, sections } from "../../event.ts";
import type { Meaning } from "../query/understanding.ts";
import { english } from "./en.ts";
import { russian } from "./ru.ts";
import { type Preference, preferences, type SearchWords } from "./search-words.ts";
import { tatar } from "./tt.ts";

/** A new language is its file and its place here. */
const lexicons: readonly SearchWords[] = [russian, tatar, english];

/** "Cheap" is at most so many roubles. */
const cheap = 500;

const meanings = new PhraseBook<Meaning>();
const alone = new PhraseBook<Meaning>();
const weakly = new PhraseBook<Section>();
const idle = new PhraseBook<true>();
const street = new PhraseBook<true>();
const learning = new PhraseBook<true>();
const nearest = new PhraseBook<Meaning>();
const upTo = new PhraseBook<true>();
const behind = new PhraseBook<true>();
const money = new PhraseBook<true>();
const or = new PhraseBook<true>();
const daysOfMonth = new PhraseBook<number>();
const amounts = new PhraseBook<number>();
const aged = new PhraseBook<true>();
/** Whether it is weak: a part of a title, or of a story, as well. */
const refusedBehind = new PhraseBook<boolean>();
const refusedBefore = new PhraseBook<true>();
const titled = new PhraseBook<readonly string[]>();

for (const lexicon of lexicons) {
  for (const value of sections satisfies readonly Section[])
    meanings.learn(lexicon.sections[value], { kind: "section", value });
  for (const value of sections) weakly.learn(lexicon.sectionsAlone[value] ?? "", value);
  meanings.learn(lexicon.exhibition, { kind: "exhibition" });
  for (const value of audiences satisfies readonly Audience[])
    meanings.learn(lexicon.audiences[value], { kind: "audience", value });
  meanings.learn(lexicon.adults, { kind: "without", value: { kind: "audience", value: "children" } });
  for (const value of accessibilities satisfies readonly Accessibility[])
    meanings.learn(lexicon.accessibility[value], { kind: "accessibility", value });
  meanings.learn(lexicon.free, { kind: "free" });
  meanings.learn(lexicon.cheap, { kind: "price", value: cheap });
  meanings.learn(lexicon.online, { kind: "mode", value: "online" });
  meanings.learn(lexicon.onSite, { kind: "mode", value: "on_site" });
  meanings.learn(lexicon.recording, { kind: "mode", value: "recording" });
  for (const value of languages satisfies readonly Language[]) {
    meanings.learn(lexicon.heldIn[value], { kind: "held_in", value });
    meanings.learn(lexicon.ofLanguage[value], { kind: "of_language", value });
  }
  for (const value of preferences satisfies readonly Preference[])
    meanings.learn(lexicon.preferences[value], { kind: "preference", value });
  alone.learn(lexicon.onlineAlone, { kind: "mode", value: "online" });
  idle.learn(lexicon.idle, true);
  street.learn(lexicon.street, true);
  learning.learn(lexicon.learning, true);
  for (const value of sections) nearest.learn(lexicon.nearest[value], { kind: "section", value });
  for (const value of audiences) nearest.learn(lexicon.nearest[value], { kind: "audience", value });
  upTo.learn(lexicon.price.upTo, true);
  behind.learn(lexicon.price.behind, true);
  money.learn(lexicon.price.money, true);
  or.learn(lexicon.or, true);
  for (const [index, words] of lexicon.figures.days.entries()) daysOfMonth.learn(words, index + 1);
  for (const [amount, words] of Object.entries(lexicon.figures.amounts)) amounts.learn(words, Number(amount));
  aged.learn(lexicon.aged, true);
  refusedBehind.learn(lexicon.not.before, false);
  refusedBehind.learn(lexicon.not.weak, true);
  refusedBefore.learn(lexicon.not.behind, true);
  for (const [said, names] of lexicon.alike) titled.learn(said, names.split(",").map(fold));
}

/** What the longest phrase among folded words from a place on means, and its length. */
export function lookUp(words: readonly string[], at: number): { meaning: Meaning; length: number } | null {
  const found = meanings.find(words, at);
  const [meaning] = found?.values ?? [];
  return found && meaning ? { meaning, length: found.length } : null;
}

/** What a whole query means of which no part would mean it. */
export function lookUpWhole(words: readonly string[]): Meaning | undefined {
  const found = alone.find(words, 0);
  return found?.length === words.length ? found.values[0] : undefined;
}

/** The section that a word says where nothing else says what is wanted. */
export const sectionAlone = (words: readonly string[], at: number): Section | undefined =>
  weakly.find(words, at)?.values[0];

/** «Онлаен» is «онлайн»: so few words have a meaning that one of six letters is hardly another. */
const shortestMistyped = 6;

/** What a single folded word means if one slip of the finger is forgiven. */
export const lookUpMistyped = (word: string): Meaning | undefined => meanings.findMistyped(word, shortestMistyped)[0];

/** Learns more phrases that say nothing about what is looked for, such as the names of the city; once, at the start. */
export const learnIdle = (phrases: string): void => idle.learn(phrases, true);

/** How many words from a place on say nothing about what is looked for. */
export const idleAt = (words: readonly string[], at: number): number => idle.find(words, at)?.length ?? 0;

/** How many words from a place on say that a class is wanted. */
export const learningAt = (words: readonly string[], at: number): number => learning.find(words, at)?.length ?? 0;

/** By which words titles call what is said from a place on, and how many words say it. */
export function titledAlike(words: readonly string[], at: number): { names: readonly string[]; length: number } | null {
  const found = titled.find(words, at);
  return found === null ? null : { names: [...new Set(found.values.flat())], length: found.length };
}

/** Whether what is said from a place on names something to be looked for. */
export const isOfProgramme = (words: readonly string[], at: number): boolean =>
  titled.find(words, at) !== null || meanings.find(words, at) !== null || nearest.find(words, at) !== null;

/** A single word of these, if one slip of the finger is forgiven. */
export const titledMistyped = (word: string): readonly string[] => titled.findMistyped(word)[0] ?? [];

const figureIn = (book: PhraseBook<number>, words: readonly string[], at: number) => {
  const found = book.find(words, at);
  const [value] = found?.values ?? [];
  return found === null || value === undefined ? null : { value, length: found.length };
};

/** The day of a month in words from a place on, and how many words say it. */
export const dayOfMonthAt = (words: readonly string[], at: number) => figureIn(daysOfMonth, words, at);

/** An amount of roubles in words from a place on, and how many words say it. */
export const amountAt = (words: readonly string[], at: number) => figureIn(amounts, words, at);

/** Whether the words before this place lead to an age. */
export const isAgedBefore = (words: readonly string[], at: number): boolean =>
  [1, 2, 3].some((back) => at >= back && aged.find(words, at - back)?.length === back);

/** Whether this word says that one of two things is enough. */
export const isOrAt = (words: readonly string[], at: number): boolean => or.find(words, at) !== null;

/** How many words from a place on say that what stands behind them is not wanted. */
export const notAt = (words: readonly string[], at: number): number => refusedBehind.find(words, at)?.length ?? 0;

export const isWeakNotAt = (words: readonly string[], at: number): boolean =>
  refusedBehind.find(words, at)?.values.every((isWeak) => isWeak) ?? false;

/** How many words from a place on say that what stands before them is not wanted. */
export const notBehindAt = (words: readonly string[], at: number): number => refusedBefore.find(words, at)?.length ?? 0;

/** Whether a street is named beside this word. */
export const isStreetAt = (words: readonly string[], at: number): boolean => street.find(words, at) !== null;

/** What comes nearest to the theme that begins at a place, and how many words name it. */
export function nearestTo(words: readonly string[], at: number): { meaning: Meaning; length: number } | null {
  const found = nearest.find(words, at);
  const [meaning] = found?.values ?? [];
  return found && meaning ? { meaning, length: found.length } : null;
}

/** Words around a limit of price, from a place on: in front of the figure, behind it, and names of money. */
export const priceWords = {
  upTo: (words: readonly string[], at: number): number => upTo.find(words, at)?.length ?? 0,
  behind: (words: readonly string[], at: number): number => behind.find(words, at)?.length ?? 0,
  money: (words: readonly string[], at: number): number => money.find(words, at)?.length ?? 0,
};
