/** Languages that the bot speaks. The first is the reference: the catalogues of the others are held against its keys. */
export const languages = ["ru", "tt", "en"] as const;
export type Language = (typeof languages)[number];

/** A text per language; at least one is there. */
export type Texts<T> = Partial<Record<Language, T>>;

/** The languages to look for a text in: the reader's own first, then the others. */
export const preference = (language: Language): Language[] => [
  language,
  ...languages.filter((other) => other !== language),
];

/** The text in the reader's language or the next one there is. */
export const textIn = <T>(texts: Texts<T>, language: Language): T | undefined =>
  preference(language)
    .map((candidate) => texts[candidate])
    .find((text) => text !== undefined);

/** Fields of texts, each in the reader's language or the next one that has it, and which language that is. */
export interface ChosenFields<T> {
  fields: T;
  languages: { [Field in keyof T]?: Language };
}

/**
 * Chooses each field by itself: a text whose title has been translated and its description not yet keeps the description of
 * the other language. An empty field counts as absent. Undefined where there is no text at all.
 */
export function chooseFields<T extends object>(texts: Texts<T>, language: Language): ChosenFields<T> | undefined {
  let chosen: ChosenFields<T> | undefined;
  for (const candidate of preference(language).reverse()) {
    const text = texts[candidate];
    if (text === undefined) continue;
    chosen ??= { fields: { ...text }, languages: {} };
    for (const field in text) {
      if (text[field] === undefined || text[field] === null || text[field] === "") continue;
      chosen.fields[field] = text[field];
      chosen.languages[field] = candidate;
    }
  }
  return chosen;
}
