/** How it was, 5 is best. */
export const stars = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof stars)[number];
