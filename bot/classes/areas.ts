/**
 * What there is to learn, in the order of the menu; the names are in the locale files under "area". A city that offers
 * something else changes this list and those lines. What is stored is the code.
 */
export const areas = [
  "digital",
  "languages",
  "painting",
  "crafts",
  "music",
  "dance",
  "stage",
  "writing",
  "photography",
  "fitness",
] as const;

export type Area = (typeof areas)[number];
