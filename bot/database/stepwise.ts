/**
 * Rows that one statement of a sweep deletes: it ends well within the fifteen seconds that a statement has, and nobody waits
 * long for what it locks.
 */
export const share = 10_000;

/** How many rows a step deleted, and the last of them in the order of the walk; null: there was none. */
export interface Swept<Key> {
  count: number;
  last: Key | null;
}

/**
 * Deletes step by step, along an index, and resolves to how many rows that were. Each step begins where the last one ended:
 * from the front it would read again what the others deleted, until PostgreSQL has cleared it away.
 */
export async function stepwise<Key>(
  first: Key,
  step: (from: Key) => Promise<readonly Swept<Key>[]>,
  most = share,
): Promise<number> {
  let from = first;
  for (let deleted = 0; ; ) {
    const [{ count, last } = { count: 0, last: null }] = await step(from);
    deleted += count;
    if (count < most || last === null) return deleted;
    from = last;
  }
}

/** Before everything that has a time here. */
export const longAgo = new Date(0);
