import { FeedError } from "../problem.ts";
import { checkZip } from "./check-zip.ts";
import type { Cell } from "./record.ts";

/** More rows and columns than a programme has. */
const mostRows = 20_000;
const mostColumns = 100;
const longestCell = 20_000;

/** Reads the first sheet of an XLSX, or a CSV (";", "," or tabs; UTF-8, UTF-16 or Windows-1251), as rows of cells. */
export async function readRows(bytes: Uint8Array): Promise<Cell[][]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new FeedError({ code: "old_workbook" });
  const rows = isZip ? await readWorkbook(bytes) : await readText(bytes);
  if (rows.length > mostRows) throw new FeedError({ code: "too_many_rows", most: mostRows });
  return rows;
}

async function readWorkbook(bytes: Uint8Array): Promise<Cell[][]> {
  checkZip(bytes, mostRows);
  const { readSheet } = await import("read-excel-file/node");
  try {
    const rows = await readSheet(Buffer.from(bytes));
    return rows.slice(0, mostRows + 1).map((row) => row.slice(0, mostColumns).map(cellOf));
  } catch (error) {
    throw new FeedError({ code: "no_workbook" }, { cause: error });
  }
}

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : { date: value.toISOString() };
  return value === null || value === undefined ? "" : String(value).slice(0, longestCell);
}

async function readText(bytes: Uint8Array): Promise<Cell[][]> {
  const { parse, CsvError } = await import("csv-parse/sync");
  const text = decode(bytes);
  if (text.includes("\0")) throw new FeedError({ code: "no_table" });
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
      to: mostRows + 1,
    });
    return rows.map((row) => row.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell)));
  } catch (error) {
    if (error instanceof CsvError) throw new FeedError({ code: "no_csv", detail: error.message }, { cause: error });
    throw error;
  }
}

/** Excel in Russia writes CSV in Windows-1251, everybody else in UTF-8. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

/** The sign that the first line has most of. */
function delimiterOf(text: string): string {
  const [head = ""] = text.split("\n", 1);
  const count = (sign: string): number => head.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
