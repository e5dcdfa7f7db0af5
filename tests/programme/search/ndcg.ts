/** nDCG at ten with binary gains: 1 when all right answers stand first, 0 when none is among the first ten. */
export function ndcgAt10(found: readonly string[], right: readonly string[]): number {
  const discount = (place: number) => 1 / Math.log2(place + 2);
  const gained = found.slice(0, 10).reduce((sum, id, place) => sum + (right.includes(id) ? discount(place) : 0), 0);
  const ideal = right.slice(0, 10).reduce((sum, _, place) => sum + discount(place), 0);
  return gained / ideal;
}
