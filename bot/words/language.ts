/** Languages that the bot speaks. The first is the reference: the catalogues of the others are held against its keys. */
export const languages = ["ru", "tt", "en"] as const;
export type Language = (typeof languages)[number];

/** A text per language; at least one is there. */
export type Texts<T> = Partial<Record<Language, T>>;
