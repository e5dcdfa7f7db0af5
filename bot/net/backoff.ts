/** Returns the milliseconds to wait after so many failures in a row: `first` after one, then doubling up to `longest`. */
export const doubling =
  (first: number, longest: number) =>
  (failures: number): number =>
    Math.min(first * 2 ** Math.max(0, failures - 1), longest);
