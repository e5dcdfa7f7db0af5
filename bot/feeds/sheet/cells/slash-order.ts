import { weekdayOf } from "../../../when/days.ts";
import type { Cell } from "../record.ts";
import { weekdaysIn } from "./weekday-cells.ts";

/** What stands first in a date with slashes. */
export type SlashOrder = "day" | "month";

const slashed = /(?<!\d)(\d{1,2})\/(\d{1,2})(?=\/((?:20)?\d\d)(?!\d))/u;
const slash = /\//gu;

/**
 * Whether a table writes "05/12/2026" for the fifth of December or of May: one "19/12/2026" or "12/19/2026" in it tells, or a
 * weekday, in the cell or in another of its row, that only one of the two is. Else the order in which all are to come tells, where in the other one all are over at
 * `now`. Null where nothing tells, or two contradict each other; then each such date has to be asked about.
 */
export function slashOrderOf(
  cells: Iterable<{ cell: Cell | undefined; weekday?: Cell | undefined }>,
  now: Date,
): SlashOrder | null {
  const told = new Set<SlashOrder>();
  const dates: { day: string; month: string }[] = [];
  for (const { cell, weekday } of cells) {
    const said = typeof cell === "string" ? cell.slice(0, 60) : "";
    const [, first = "", second = "", year = ""] = slashed.exec(said) ?? [];
    if (first === "") continue;
    const date = { day: isoOf(year, second, first), month: isoOf(year, first, second) };
    if (Number(first) > 12) told.add("day");
    if (Number(second) > 12) told.add("month");
    if (Number(first) > 12 || Number(second) > 12) continue;
    dates.push(date);
    const { weekdays } = weekdaysIn(typeof weekday === "string" ? `${said} ${weekday}`.slice(0, 60) : said);
    const isOn = (iso: string): boolean => weekdays.has(weekdayOf(iso));
    if (isOn(date.day) !== isOn(date.month)) told.add(isOn(date.day) ? "day" : "month");
  }
  const [order, ...others] = told;
  if (order !== undefined) return others.length > 0 ? null : order;
  return orderToCome(dates, now.toISOString().slice(0, 10));
}

const isoOf = (year: string, month: string, day: string): string =>
  `${2000 + (Number(year) % 100)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** Nobody makes a table of what is all over. */
function orderToCome(dates: readonly { day: string; month: string }[], today: string): SlashOrder | null {
  if (dates.length === 0) return null;
  for (const [order, other] of [
    ["day", "month"],
    ["month", "day"],
  ] as const) {
    if (dates.every((date) => date[order] >= today && date[other] < today)) return order;
  }
  return null;
}

/** Writes the date of a cell with points, the day first. */
export function withPoints(cell: Cell, order: SlashOrder | null): Cell {
  if (typeof cell !== "string" || order === null || cell.length > 60) return cell;
  return cell.replace(slashed, order === "day" ? "$1/$2" : "$2/$1").replace(slash, ".");
}
