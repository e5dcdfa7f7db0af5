import type { Cell } from "./record.ts";

/** A sheet as it is read: cells, and what stands about them. */
export interface SheetTable {
  /** Empty for a file without sheets. */
  name: string;
  isHidden: boolean;
  rows: Cell[][];
  /** Addresses behind cells, by "row,column" from 0. */
  links: ReadonlyMap<string, string>;
  /** Columns in which one cell stands for several rows. */
  merged: readonly { column: number; first: number; last: number }[];
}

export const emptyTable = { name: "", isHidden: false, links: new Map<string, string>(), merged: [] };
