/** What a subject's screen shows: a picture, the same in words, and the same as a table. */
export interface Report {
  plot: Plot;
  /** The main numbers in words: who cannot see the picture gets all of it here. */
  lines: string[];
  tables: Table[];
}

/** Bars or a curve over time, or ranks one under the other; several series are stacked. */
export interface Plot {
  shape: "time" | "curve" | "ranks";
  title: string;
  /** The days that it is about, and the city. */
  subtitle: string;
  /** When it was made. */
  made: string;
  axes: { label: string; value: string };
  labels: string[];
  series: Series[];
  /** A curve in a panel of its own below the bars. */
  over?: Curve;
  /** The last value is of a day, week or month that is not over: it is drawn otherwise. */
  isOpen: boolean;
  /** Places of Saturdays and Sundays. */
  weekends: readonly number[];
  /** What is said in place of bars when there is nothing to show. */
  empty: string;
}

export interface Series {
  name: string;
  values: number[];
}

/** Values on an axis of their own, from one value to another; null where there is none. */
export interface Curve {
  name: string;
  values: (number | null)[];
  from: number;
  to: number;
  /** Whether the values are shares of the whole, 0 to 1. */
  isShare?: boolean;
}

/** A sheet of a workbook. A Date is a day, at midnight UTC, because a sheet knows no time zones. */
export interface Table {
  name: string;
  header: string[];
  rows: (string | number | Date | null)[][];
}
