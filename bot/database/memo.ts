/**
 * Keeps what was found for `freshFor` milliseconds, so that a message to thousands is looked up once and a change is seen soon.
 * A search that failed is made again. `now` is the caller's clock; what has got old is dropped, so it never grows.
 */
export function memo<Key, Found>(freshFor: number) {
  const kept = new Map<Key, { since: number; found: Promise<Found> }>();
  return (key: Key, now: Date, find: () => Promise<Found>): Promise<Found> => {
    const at = now.getTime();
    const known = kept.get(key);
    if (known && at < known.since + freshFor) return known.found;
    for (const [other, { since }] of kept) if (at >= since + freshFor) kept.delete(other);
    const found = find();
    kept.set(key, { since: at, found });
    found.catch(() => kept.delete(key));
    return found;
  };
}
