import type { Column } from "./columns.ts";

/** A cell: text, or what a spreadsheet holds as a date, whose UTC fields are the wall clock. */
export type Cell = string | { date: string };

/** The rows that tell of one event; each is one of its dates. */
export interface SheetRecord {
  rows: { number: number; cells: Partial<Record<Column, Cell>> }[];
}
