import type { Column } from "./columns.ts";

/** A cell: text, or what a spreadsheet holds as a date, whose UTC fields are the wall clock. */
export type Cell = string | { date: string };

export type Cells = Partial<Record<Column, Cell>>;

/** A row of a table; `where` names it to people, "row 4" where there is one sheet. */
export interface SheetRow {
  number: number;
  where: string;
  cells: Cells;
}

/** The rows that tell of one event; each is one of its dates. */
export interface SheetRecord {
  /** What tells it from all others: its number or title, longer where several have it. Undefined: it has neither. */
  id?: string;
  rows: SheetRow[];
}
