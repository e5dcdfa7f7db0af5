import { fold } from "../../text/fold.ts";
import { languages } from "../../words/language.ts";
import type { FeedOptions, FeedRecord, FeedSource } from "../feed-format.ts";
import { FeedError } from "../problem.ts";
import { openDocument } from "../source/open-source.ts";
import { slashOrderOf, withPoints } from "./cells/slash-order.ts";
import { weekdaysIn } from "./cells/weekday-cells.ts";
import { type Column, columnOf } from "./columns.ts";
import { isExample } from "./example.ts";
import { RowGroups } from "./group-rows.ts";
import { readRows } from "./read-rows.ts";
import type { Cell, Cells } from "./record.ts";
import type { SheetTable } from "./table.ts";
import { textColumn } from "./text-columns.ts";

const mostBytes = 10_000_000;
/** The headers may have a cover of their own above them. */
const headerWithin = 30;
/** Columns whose cells may be links. */
const linked: readonly (Column | undefined)[] = ["ticket", "stream", "site", "recording", "poster"];
const titles: readonly (Column | undefined)[] = [
  "title",
  ...languages.map((language) => textColumn("title", language)),
];
const dated: readonly (Column | undefined)[] = ["start", "end", "endDate"];

/** A table whose headers were found. */
interface Headed extends SheetTable {
  head: number;
  columns: (Column | undefined)[];
}

/** Reads events from tables: a row is a date, rows of the same number or title are one event. */
export async function* readSheetFeed(source: FeedSource, options: FeedOptions): AsyncGenerator<FeedRecord> {
  const bytes = yield* openDocument(source, options, mostBytes);
  if (bytes === null) return;
  const { tables, fallback } = await readRows(bytes);
  if (fallback !== null) yield { kind: "remark", problem: { code: "other_encoding", said: fallback } };
  const headed: Headed[] = [];
  for (const table of tables) {
    const found = headersOf(table, tables.length > 1, options.titleHeader);
    if (isExplained(table)) continue;
    const isFilled = table.rows.some((row) => row.some((cell) => !isBlank(cell)));
    if (found && !table.isHidden) headed.push(found);
    else if (isFilled && table.name !== "" && tables.length > 1) {
      const code = table.isHidden ? ("hidden_sheet" as const) : ("unused_sheet" as const);
      yield { kind: "remark", problem: { code, said: table.name.slice(0, 60) } };
    }
  }
  if (headed.length === 0) throw new FeedError({ code: "no_title_column", headings: headingsOf(tables) });
  const groups = new RowGroups();
  let examples = 0;
  for (const table of headed) {
    yield* remarksOn(table);
    for (const { number, cells } of rowsOf(table, options.now)) {
      if (isExample(cells)) {
        examples += 1;
        continue;
      }
      const where = headed.length > 1 ? `${table.name} ${number}` : `row ${number}`;
      groups.add(keyOf(cells) ?? where, { number, where, cells });
    }
  }
  if (examples > 0) yield { kind: "remark", problem: { code: "example" } };
  for (const value of groups.records()) yield { kind: "record", value };
}

const columnAt = (cell: Cell): Column | undefined =>
  typeof cell === "string" && !isBlank(cell) ? columnOf(cell) : undefined;
const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** The sheet of the template that tells what its columns mean: their names stand one below the other. */
const isExplained = ({ rows }: SheetTable): boolean =>
  rows.slice(0, 4).length === 4 && rows.slice(0, 4).every((row) => columnAt(row[0] ?? "") !== undefined);

/** The first row that names a title and something besides, else, in a file of one table, one that names a title. */
function headersOf(table: SheetTable, hasOthers: boolean, titleHeader?: string): Headed | undefined {
  const isTitle = (cell: Cell): boolean => titleHeader !== undefined && headingOf(cell) === titleHeader;
  const named = table.rows
    .slice(0, headerWithin)
    .map((row) => row.map((cell) => (isTitle(cell) ? ("title" as const) : columnAt(cell))));
  const hasTitle = (row: readonly (Column | undefined)[]): boolean => row.some((column) => titles.includes(column));
  const whole = named.findIndex((row) => hasTitle(row) && new Set(row.filter(Boolean)).size > 1);
  const head = whole >= 0 || hasOthers ? whole : named.findIndex(hasTitle);
  const columns = named[head];
  return columns && { ...table, head, columns: withWeekdays(withStart(columns), table.rows.slice(head + 1)) };
}

/** Where no column is called a date, the one that is called a time has it. */
const withStart = (columns: (Column | undefined)[]): (Column | undefined)[] =>
  columns.includes("start") ? columns : columns.map((column) => (column === "time" ? "start" : column));

/** Beside a column with the date, one that is called "day" may have nothing but weekdays. */
function withWeekdays(columns: (Column | undefined)[], rows: readonly Cell[][]): (Column | undefined)[] {
  const starts = [...columns.keys()].filter((at) => columns[at] === "start");
  const weekdays = starts.filter((at) => {
    const cells = rows.flatMap((row) => (isBlank(row[at]) ? [] : [row[at]]));
    return cells.length > 0 && cells.every((cell) => typeof cell === "string" && weekdaysIn(cell).isAll);
  });
  return weekdays.length === starts.length
    ? columns
    : columns.map((column, at) => (weekdays.includes(at) ? "weekday" : column));
}

/** A heading as people are asked about it. */
const headingOf = (cell: Cell): string =>
  typeof cell === "string" ? cell.replaceAll(/\s+/gu, " ").trim().slice(0, 60) : "";

/** The row that names most columns, of all sheets, without those that mean something else. */
function headingsOf(tables: readonly SheetTable[]): string[] {
  const rows = tables
    .filter(({ isHidden }) => !isHidden)
    .flatMap(({ rows: all }) => all.slice(0, headerWithin))
    .map((row) => ({ row, known: new Set(row.map(columnAt).filter(Boolean)).size }))
    .sort((one, other) => other.known - one.known);
  const [best] = rows;
  if (best === undefined || best.known === 0) return [];
  const free = best.row.filter((cell) => columnAt(cell) === undefined).map(headingOf);
  return [...new Set(free.filter(Boolean))].slice(0, 12);
}

/** Columns that nobody knows, twice the same, and merged cells. */
function* remarksOn({ rows, head, columns, merged }: Headed): Generator<FeedRecord> {
  const headers = rows[head] ?? [];
  const width = Math.max(headers.length, ...rows.slice(head).map((row) => row.length));
  for (let at = 0; at < width; at += 1) {
    const column = columns[at];
    const isTwice = column !== undefined && column !== "ignored" && columns.indexOf(column) < at;
    const isFilled = rows.slice(head + 1).some((row) => !isBlank(row[at]));
    if (!isFilled || (column !== undefined && !isTwice)) continue;
    const said = isBlank(headers[at]) ? `${at + 1}` : String(headers[at]).replaceAll(/\s+/gu, " ").trim();
    yield { kind: "remark", problem: { code: "unused_column", said: said.slice(0, 60) } };
  }
  for (const at of new Set(merged.filter(({ first }) => first > head).map(({ column }) => column))) {
    yield { kind: "remark", problem: { code: "merged_cells", said: String(headers[at] ?? at + 1).slice(0, 60) } };
  }
}

function* rowsOf(
  { rows, head, columns, links, merged }: Headed,
  now: Date,
): Generator<{ number: number; cells: Cells }> {
  const first = new Map(merged.flatMap((one) => range(one).map((row) => [`${row},${one.column}`, one.first] as const)));
  const dateColumns = [...columns.keys()].filter((at) => dated.includes(columns[at]));
  const weekday = columns.indexOf("weekday");
  const order = slashOrderOf(
    rows.flatMap((row) => dateColumns.map((at) => ({ cell: row[at], weekday: row[weekday] }))),
    now,
  );
  const headers = JSON.stringify(rows[head]);
  for (const [index, row] of rows.entries()) {
    // A table that is printed repeats its headers.
    if (index <= head || row.every(isBlank) || JSON.stringify(row) === headers) continue;
    const cells: Cells = {};
    for (const [at, column] of columns.entries()) {
      if (column === undefined || column === "ignored" || column in cells) continue;
      const from = first.get(`${index},${at}`) ?? index;
      const link = linked.includes(column) ? links.get(`${from},${at}`) : undefined;
      const cell = link ?? rows[from]?.[at] ?? "";
      if (!isBlank(cell)) cells[column] = dateColumns.includes(at) ? withPoints(cell, order) : cell;
    }
    const titleLink = links.get(`${index},${columns.indexOf("title")}`);
    if (titleLink !== undefined && cells.site === undefined) cells.site = titleLink;
    yield { number: index + 1, cells };
  }
}

const range = ({ first, last }: { first: number; last: number }): number[] =>
  Array.from({ length: Math.min(last - first + 1, 20_000) }, (_, index) => first + index);

/** By its number, else by its title. */
export function keyOf(cells: Cells): string | undefined {
  const { id } = cells;
  if (typeof id === "string" && id.trim() !== "") return id.trim().slice(0, 200);
  const title = titles.map((column) => column && cells[column]).find((cell) => !isBlank(cell));
  const folded = typeof title === "string" ? fold(title) : "";
  return folded === "" ? undefined : folded.slice(0, 200);
}
