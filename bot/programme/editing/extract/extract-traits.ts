import type { Found } from "../../../when/span.ts";
import type { Language } from "../../../words/language.ts";
import { type Accessibility, type AgeRating, type Audience, ageRatings } from "../../event.ts";
import { spanOf } from "./extracted.ts";

const rating = /(?<![\d.,:+-])(0|6|12|16|18)\s?\+(?!\d)/u;
const fromAge =
  /(?<!\p{L})(?:от|с)\s(6|12|16|18)\sлет(?!\p{L})|(?<!\d)(6|12|16|18)\s?яшьтән|(?:ages?|from)\s(6|12|16|18)(?!\d)(?:\sup)?/iu;

/** "12+", "от 12 лет", "12 яшьтән"; ages that are no rating are left to the reader. */
export function guessAge(text: string): Found<AgeRating> | null {
  const match = rating.exec(text) ?? fromAge.exec(text);
  const said = match?.slice(1).find((group) => group !== undefined);
  const age = ageRatings.find((one) => said !== undefined && one === Number(said));
  return match && age !== undefined ? { value: age, at: spanOf(match) } : null;
}

const audienceWords: readonly (readonly [Audience, RegExp])[] = [
  [
    "children",
    /(?<!\p{L})(?:для детей|детям|детск(?:ий|ая|ое|ие)|балалар өчен|балаларга|for (?:kids|children)|children's)/iu,
  ],
  ["family", /(?<!\p{L})(?:всей семь|семейн|гаилә белән|бөтен гаилә|whole family|famil(?:y|ies))/iu],
  ["seniors", /55\s?\+|60\s?\+|пенсионер(?:ов|ам)|старшего поколения|өлкәннәр|for seniors/iu],
];
const accessWords: readonly (readonly [Accessibility, RegExp])[] = [
  ["sign_language", /жестов|сурдоперевод|ишарә тел|sign language|\bBSL\b/iu],
  ["subtitles", /(?<!\p{L})(?:с субтитрами|субтитрлар|subtitles|subtitled|surtitles|с титрами)/iu],
  ["wheelchair", /пандус|безбарьерн|для колясочников|маломобильн|wheelchair|step.free/iu],
  ["quiet_hour", /тихий час|тыныч сәгать|quiet hour|relaxed performance/iu],
];

export const guessAudiences = (text: string): Audience[] =>
  audienceWords.filter(([, words]) => words.test(text)).map(([audience]) => audience);

export const guessAccessibility = (text: string): Accessibility[] =>
  accessWords.filter(([, words]) => words.test(text)).map(([accessibility]) => accessibility);

/** Tatar by its own letters, which even a Russian poster has in a name: some in a hundred are needed. */
export function guessLanguage(text: string): Language {
  const count = (letters: RegExp): number => (text.match(letters) ?? []).length;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic < count(/[a-z]/giu)) return "en";
  return count(/[әөүҗңһ]/giu) > cyrillic / 50 ? "tt" : "ru";
}
