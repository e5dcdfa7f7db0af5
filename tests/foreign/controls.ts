/** Readers made wrong on purpose, as they once were: the measurement must see them. */
export const controls: Readonly<Record<string, (text: string) => unknown>> = {
  /** Two runs of spaces that meet inside a repetition, from the days of posters. */
  "control exponential": (text) => /(?:\d{1,2}(?:\s*(?:,\s*(?:и)?|-)\s*\d{1,2}){0,9})\s{1,2}[а-я]{3,10}/u.test(text),
  /** A run that is tried again from each of its signs, from the courtesies. */
  "control quadratic": (text) => text.replace(/[\p{P}\s]+$/u, ""),
};
