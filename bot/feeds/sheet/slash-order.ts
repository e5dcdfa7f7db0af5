import type { Cell } from "./record.ts";

/** What stands first in a date with slashes. */
export type SlashOrder = "day" | "month";

const slashed = /(?<!\d)(\d{1,2})\/(\d{1,2})(?=\/(?:20)?\d\d(?!\d))/u;
const slash = /\//gu;

/**
 * Whether a table writes "05/12/2026" for the fifth of December or of May: one "19/12/2026" or "12/19/2026" in it tells. Null
 * where none does, or two contradict each other; then each such date has to be asked about.
 */
export function slashOrderOf(cells: Iterable<Cell | undefined>): SlashOrder | null {
  const orders = new Set<SlashOrder>();
  for (const cell of cells) {
    const [, first, second] = (typeof cell === "string" && slashed.exec(cell.slice(0, 60))) || [];
    if (Number(first) > 12) orders.add("day");
    if (Number(second) > 12) orders.add("month");
  }
  const [order, ...others] = orders;
  return others.length > 0 ? null : (order ?? null);
}

/** Writes the date of a cell with points, the day first. */
export function withPoints(cell: Cell, order: SlashOrder | null): Cell {
  if (typeof cell !== "string" || order === null || cell.length > 60) return cell;
  return cell.replace(slashed, order === "day" ? "$1/$2" : "$2/$1").replace(slash, ".");
}
