import type { Language } from "../../words/language.ts";

/** The words of an event that a table may have in each language, beside those in its own. */
export const textFields = ["title", "summary", "body", "who", "alt"] as const;
export type TextField = (typeof textFields)[number];

const suffixes = { ru: "Russian", tt: "Tatar", en: "English" } as const satisfies Record<Language, string>;
export type TextColumn = `${TextField}${(typeof suffixes)[Language]}`;

/** The column of a field in a language: "titleTatar". */
export const textColumn = (field: TextField, language: Language): TextColumn => `${field}${suffixes[language]}`;

const names = {
  title: { ru: "Название", tt: "исеме", en: "Title" },
  summary: { ru: "Коротко", tt: "кыскача", en: "Summary" },
  body: { ru: "Описание", tt: "тасвирлама", en: "Description" },
  who: { ru: "Участники", tt: "катнашучылар", en: "Who" },
  alt: { ru: "Что на афише", tt: "афишада нәрсә", en: "What the poster shows" },
} satisfies Record<TextField, Record<Language, string>>;

/** What stands over the columns for a language in the template, in the language of its reader. */
export function textHeaders(field: TextField, language: Language): Record<Language, string> {
  const { ru, tt, en } = names[field];
  const inRussian = { ru: "по-русски", tt: "по-татарски", en: "по-английски" }[language];
  const inTatar = { ru: "Русча", tt: "Татарча", en: "Инглизчә" }[language];
  return { ru: `${ru} ${inRussian}`, tt: `${inTatar} ${tt}`, en: `${en} in ${suffixes[language]}` };
}

/** How people say it, folded. */
const languages: readonly (readonly [Language, RegExp])[] = [
  ["tt", /татар|tatar|(?:^| )tt$/u],
  ["en", /англ|english|инглиз|(?:^| )en$/u],
  ["ru", /русск|русча|russian|урыс|(?:^| )ru$/u],
];
const fields: readonly (readonly [TextField, RegExp])[] = [
  ["alt", /(?:что на|описание|текст) (?:афиш|постер|картин)|афишада|(?:^| )alt(?: |$)|poster shows/u],
  ["title", /(?:^| )(?:назван|наименован|заголов|исем|атама|title|name)/u],
  ["summary", /(?:^| )(?:коротк|кратк|анонс|кыскача|summary)/u],
  ["body", /(?:^| )(?:описан|текст|тасвир|descr|text)/u],
  ["who", /(?:^| )(?:участн|исполнит|артист|катнаш|who(?: |$)|performer)/u],
];

/** The column of words in a language that a folded header means; undefined for any other. */
export function textColumnOf(folded: string): TextColumn | undefined {
  const language = languages.find(([, pattern]) => pattern.test(folded))?.[0];
  const field = language && fields.find(([, pattern]) => pattern.test(folded))?.[0];
  return language && field ? textColumn(field, language) : undefined;
}
