/**
 * Damerau–Levenshtein distance (insert, delete, replace, swap neighbours; each costs 1) of two words in UTF-16 units.
 * Returns `limit + 1` as soon as the distance is known to be more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, column - 2) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    [beforeLast, last] = [last, current];
  }
  return Math.min(at(last, b.length), limit + 1);
}

/**
 * The edits by which a typed word may miss a known one, Infinity when it is another word: one in words of three and four
 * letters, two in longer ones if they begin alike (гитара is no театра).
 */
export function forgivableEdits(typed: string, known: string): number {
  const limit = typed.length < 3 ? 0 : typed.length < 5 || typed[0] !== known[0] ? 1 : 2;
  const edits = editDistance(typed, known, limit);
  return edits > limit ? Number.POSITIVE_INFINITY : edits;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
