/** How it was, 5 is best. */
export const stars = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof stars)[number];

/** The stars of a row that there may be; null: none were given. */
export const starsIn = (row: { stars: number } | null): Stars | null =>
  stars.find((each) => each === row?.stars) ?? null;
