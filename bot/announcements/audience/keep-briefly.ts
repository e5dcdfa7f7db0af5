/** Milliseconds that something found is kept: thousands get the same, and a change is seen soon. */
const freshFor = 1_000;

/** Keeps what was found for a second, so that a message to thousands is looked up once; what failed is asked again. */
export function keepBriefly<T>(find: (id: number) => Promise<T>): (id: number, now: Date) => Promise<T> {
  const kept = new Map<number, { since: number; found: Promise<T> }>();
  return (id, now) => {
    const at = now.getTime();
    const known = kept.get(id);
    if (known && at < known.since + freshFor) return known.found;
    for (const [other, { since }] of kept) if (at >= since + freshFor) kept.delete(other);
    const found = find(id);
    kept.set(id, { since: at, found });
    found.catch(() => kept.delete(id));
    return found;
  };
}
