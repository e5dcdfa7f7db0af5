/**
 * How good something is by its ratings: a Bayesian mean, (people · stars of the prior + all stars given) / (people of the
 * prior + people who rated). The prior is worth ten people who gave 4 stars, so that one enthusiast lifts nothing to the top
 * and one bad evening sinks nothing; with every rating it weighs less. Migration 0038 keeps the same mean in a column.
 */
export const prior = { people: 10, stars: 4 };

/** A mean of fewer people would say more about one of them than about the event. */
export const fewestShown = 5;

/** How many people gave 1, 2, 3, 4 and 5 stars. */
export type StarCounts = readonly number[];

/** How many people rated. */
export const peopleIn = (counts: StarCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** The Bayesian mean, 1 to 5; without ratings that of the prior. */
export function meanOf(counts: StarCounts): number {
  const given = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return (prior.people * prior.stars + given) / (prior.people + peopleIn(counts));
}
