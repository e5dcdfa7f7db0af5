/** What a subject's screen shows: a picture, the same in words, and the same as a table. */
export interface Report {
  plot: Plot;
  /** The main numbers in words: who cannot see the picture gets all of it here. */
  lines: string[];
  tables: Table[];
}

/** Bars over time side by side, or ranks one under the other; several series are stacked. */
export interface Plot {
  shape: "time" | "ranks";
  title: string;
  subtitle: string;
  axes: { label: string; value: string };
  labels: string[];
  series: Series[];
  /** What is said in place of bars when there is nothing to show. */
  empty: string;
}

export interface Series {
  name: string;
  values: number[];
}

/** A sheet of a workbook. A Date is a day, at midnight UTC, because a sheet knows no time zones. */
export interface Table {
  name: string;
  header: string[];
  rows: (string | number | Date)[][];
}
