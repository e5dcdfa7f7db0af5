import { FeedError } from "../problem.ts";
import { decodeText } from "../text/decode.ts";
import { columnOf } from "./columns.ts";
import type { Cell } from "./record.ts";
import { emptyTable, type SheetTable } from "./table.ts";
import { readSheetFacts } from "./workbook.ts";

/** More rows and columns than a programme has, and more sheets than a year. */
const mostRows = 20_000;
const mostColumns = 100;
const mostSheets = 60;
const longestCell = 20_000;
/** Rows in which headers are looked for. */
const headRows = 30;

/** Tables of a file, and the encoding that was taken for one that is not in UTF-8. */
export interface SheetTables {
  tables: SheetTable[];
  fallback: string | null;
}

/** Reads the sheets of an XLSX, or a CSV (";", "," or tabs; UTF-8, UTF-16 or what most letters speak for), as rows of cells. */
export async function readRows(bytes: Uint8Array): Promise<SheetTables> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new FeedError({ code: "old_workbook" });
  const read = isZip ? { tables: await readWorkbook(bytes), fallback: null } : await readText(bytes);
  const count = read.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > mostRows) throw new FeedError({ code: "too_many_rows", most: mostRows });
  return read;
}

async function readWorkbook(bytes: Uint8Array): Promise<SheetTable[]> {
  const facts = readSheetFacts(bytes, mostRows);
  const { default: readAll } = await import("read-excel-file/node");
  try {
    const sheets = await readAll(Buffer.from(bytes));
    return sheets.slice(0, mostSheets).map(({ sheet, data }) => ({
      ...(facts.get(sheet) ?? emptyTable),
      name: sheet,
      rows: data.slice(0, mostRows + 1).map((row) => row.slice(0, mostColumns).map(cellOf)),
    }));
  } catch (error) {
    throw new FeedError({ code: "no_workbook" }, { cause: error });
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : { date: value.toISOString() };
  return value === null || value === undefined ? "" : String(value).slice(0, longestCell);
}

async function readText(bytes: Uint8Array): Promise<SheetTables> {
  const { parse, CsvError } = await import("csv-parse/sync");
  const { text, fallback } = decodeText(bytes);
  if (text.includes("\0")) throw new FeedError({ code: "no_table" });
  const rowsBy = (delimiter: string, to: number): string[][] =>
    parse(text, {
      ...{ delimiter, to, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
      max_record_size: 200_000,
    });
  try {
    const rows = rowsBy(
      delimiterOf(text, (sign) => rowsBy(sign, headRows)),
      mostRows + 1,
    );
    const cells = rows.map((row) => row.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell)));
    return { tables: [{ ...emptyTable, rows: cells }], fallback };
  } catch (error) {
    if (error instanceof CsvError) throw new FeedError({ code: "no_csv", detail: error.message }, { cause: error });
    throw error;
  }
}

/** The sign that parts most headers from each other; a heading above may have any other in it. */
function delimiterOf(text: string, rowsBy: (sign: string) => string[][]): string {
  const known = (rows: readonly string[][]): number =>
    Math.max(0, ...rows.map((row) => new Set(row.map((cell) => columnOf(cell)).filter(Boolean)).size));
  const counted = [";", "\t", ","].map((sign) => {
    try {
      return { sign, headers: known(rowsBy(sign)), signs: text.split("\n", 1)[0]?.split(sign).length ?? 0 };
    } catch {
      return { sign, headers: 0, signs: 0 };
    }
  });
  const [best] = counted.sort((one, other) => other.headers - one.headers || other.signs - one.signs);
  return best?.sign ?? ";";
}
