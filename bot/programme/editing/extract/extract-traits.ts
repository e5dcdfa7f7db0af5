import type { Found } from "../../../when/span.ts";
import { type Language, languages } from "../../../words/language.ts";
import { type Accessibility, type AgeRating, type Audience, ageRatings } from "../../event.ts";
import { spanOf } from "./extracted.ts";

const rating = /(?<![\d.,:+-])(\d|1[0-8])\s?\+(?!\d)/u;
const fromAge =
  /(?<!\p{L})(?:от|с)\s(6|12|16|18)\sлет(?!\p{L})|(?<!\d)(6|12|16|18)\s?яшьтән|(?:ages?|from)\s(6|12|16|18)(?!\d)(?:\sup)?/iu;

/** "12+", "от 12 лет", "12 яшьтән"; a mark between two ratings takes the stricter one: "3+" is 6+. */
export function guessAge(text: string): Found<AgeRating> | null {
  const match = rating.exec(text) ?? fromAge.exec(text);
  const said = match?.slice(1).find((group) => group !== undefined);
  const age = ageRatings.find((one) => said !== undefined && one >= Number(said));
  return match && age !== undefined ? { value: age, at: spanOf(match) } : null;
}

const audienceWords: readonly (readonly [Audience, RegExp])[] = [
  [
    "children",
    /(?<!\p{L})(?:для детей|детям|детск(?:ий|ая|ое|ие)(?!\s(?:билет|фото|дом(?!\p{L}))|\s?[–—:-]?\s?\d)|балалар өчен|балаларга|for (?:kids|children)|children's)/iu,
  ],
  [
    "family",
    /(?<!\p{L})(?:всей семь|для сем|с семь[её]й|семьям|семейн(?!\p{L}{1,3}\s(?:архив|альбом|фото|истори|реликви|традици|ценност|драм|саг|пар[аыу]?(?!\p{L})|жизн|быт|билет|хроник|дел|тайн|легенд))|гаилә белән|бөтен гаилә|whole family|famil(?:y|ies))/iu,
  ],
  ["seniors", /55\s?\+|60\s?\+|пенсионер(?:ов|ам)|старшего поколения|өлкәннәр|for seniors/iu],
];
const accessWords: readonly (readonly [Accessibility, RegExp])[] = [
  ["sign_language", /жестов|сурдоперевод|ишарә тел|sign language|\bBSL\b/iu],
  ["subtitles", /(?<!\p{L})(?:с субтитрами|субтитрлар|subtitles|subtitled|surtitles|с титрами)/iu],
  ["wheelchair", /пандус|безбарьерн|для колясочников|маломобильн|wheelchair|step.free/iu],
  ["quiet_hour", /тихий час|тыныч сәгать|quiet hour|relaxed performance/iu],
];

/** Where one thought ends: who pays less is not for whom it is. */
const clauses = /[\n.;!?]|,\s/u;
const paid =
  /бесплатн|түләүсез|бушлай|ташлама|льгот|скидк|\d\s?(?:₽|р\.|руб|сум|rub)|[₽€$]\s?\d|rub\s?\d|(?<!\p{L})free(?!\p{L})/iu;
const payers =
  /(?<!\p{L})(?:детям|дет(?:и|ей) (?:до|с )|пенсионер|студент|до \d{1,2} лет|балалар(?:га)?(?!\s?өчен)|яшькә кадәр|(?:children|kids|seniors) (?:under|up to|below)|under \d)|(?:бесплатно|free|бушлай)\s(?:для|for)\s/iu;

/** For whom an event is, as its text says; who pays less is no audience. */
export function guessAudiences(text: string): Audience[] {
  const said = text
    .split(clauses)
    .filter((clause) => !(paid.test(clause) && payers.test(clause)))
    .join("\n");
  return audienceWords.filter(([, words]) => words.test(said)).map(([audience]) => audience);
}

const tongues = {
  ru: "русск(?:ом|ий)|рус|урыс|russian",
  tt: "татарск(?:ом|ий)|татар(?:ча)?|tatar",
  en: "английск(?:ом|ий)|инглиз(?:чә)?|english",
} as const satisfies Record<Language, string>;
const anyTongue = Object.values(tongues).join("|");
/** «на татарском языке», «татар телендә», "in English", "Language: English". */
const held = new RegExp(
  `(?<!\\p{L})(?:на (?:${anyTongue}) языке|(?:${anyTongue}) телендә|in (?:${anyTongue})|(?:язык(?: мероприятия| лекции| показа| спектакля)?|language|теле?)\\s?[:—–-]\\s?(?:${anyTongue}))(?!\\p{L})`,
  "iu",
);
/** Languages of subtitles and translations are others; what stands in brackets behind an hour is said of that hour alone. */
const translated =
  /(?<!\p{L})(?:(?:с|со|with)\s(?:\p{L}{1,20}\s){0,3})?(?:субтитр|перевод|сурдоперевод|(?:\p{L}{1,20}\s)?(?:phrases|words|elements|songs)(?!\p{L})|элемент|фраз|тәрҗемә|subtitles|translat)[^\n]*|\d{1,2}[:.]\d\d\s?\([^)\n]{0,60}\)/giu;

/** The one language in which an event is held, where its text says so. */
export function guessHeldIn(text: string): Language | null {
  const said = text
    .replace(translated, " ")
    .split(/[\n.;!?]/u)
    .filter((clause) => held.test(clause))
    .join("\n");
  const [only, ...others] = languages.filter((one) =>
    new RegExp(`(?<!\\p{L})(?:${tongues[one]})(?!\\p{L})`, "iu").test(said),
  );
  // «In English and Russian» is held in both.
  return only !== undefined && others.length === 0 ? only : null;
}

export const guessAccessibility = (text: string): Accessibility[] =>
  accessWords.filter(([, words]) => words.test(text)).map(([accessibility]) => accessibility);

/** Tatar by its own letters, which even a Russian poster has in a name: some in a hundred are needed. */
export function guessLanguage(text: string): Language {
  const count = (letters: RegExp): number => (text.match(letters) ?? []).length;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (cyrillic < count(/[a-z]/giu)) return "en";
  return count(/[әөүҗңһ]/giu) > cyrillic / 50 ? "tt" : "ru";
}
