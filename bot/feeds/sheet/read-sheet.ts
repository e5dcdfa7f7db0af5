import { fold } from "../../text/fold.ts";
import type { FeedOptions, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { readWhole } from "../source/open-source.ts";
import { type Column, columnOf } from "./columns.ts";
import { RowGroups } from "./group-rows.ts";
import { readRows } from "./read-rows.ts";
import type { Cell } from "./record.ts";
import { slashOrderOf, withPoints } from "./slash-order.ts";

const mostBytes = 10_000_000;
/** The headers may have a heading of their own above them. */
const headerWithin = 10;

/** Reads events from a table: a row is a date, rows of the same number or title are one event. */
export async function* readSheetFeed(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const rows = await readRows(await readWhole(source, options, mostBytes));
  const head = rows.slice(0, headerWithin).findIndex((row) => row.some((cell) => columnAt(cell) === "title"));
  const headers = rows[head]?.map(columnAt);
  if (headers === undefined) throw new FeedError({ code: "no_title_column" });
  const groups = new RowGroups();
  const dateColumns = [...headers.keys()].filter((at) => headers[at] === "start" || headers[at] === "end");
  const order = slashOrderOf(rows.flatMap((row) => dateColumns.map((at) => row[at])));
  for (const [index, row] of rows.entries()) {
    if (index <= head || row.every((cell) => cell === "")) continue;
    const cells: Partial<Record<Column, Cell>> = {};
    for (const [at, column] of headers.entries()) {
      const cell = dateColumns.includes(at) ? withPoints(row[at] ?? "", order) : (row[at] ?? "");
      if (column !== undefined && cell !== "" && !(column in cells)) cells[column] = cell;
    }
    groups.add(keyOf(cells) ?? `row ${index + 1}`, { number: index + 1, cells });
  }
  for (const value of groups.records) yield { kind: "record", value };
}

const columnAt = (cell: Cell): Column | undefined => (typeof cell === "string" ? columnOf(cell) : undefined);

/** By its number, else by its title. */
export function keyOf({ id, title }: Partial<Record<Column, Cell>>): string | undefined {
  if (typeof id === "string" && id.trim() !== "") return id.trim().slice(0, 200);
  const folded = typeof title === "string" ? fold(title) : "";
  return folded === "" ? undefined : folded.slice(0, 200);
}
