import { FeedError } from "../problem.ts";

/** What XLSX itself knows (ECMA-376): rows, and columns up to XFD. */
const lastRow = 1_048_576;
const lastColumn = 16_384;
/** Rows and columns that the widest and the longest row span together; the library makes an array of so many. */
const mostCells = 2_000_000;
/** Characters of one cell, whose text Excel itself ends at 32,767. */
const longestTag = 10_000;

/**
 * Looks through the XML of a sheet before its library does, which fills every gap up to a row or cell with empty ones: a row
 * of the number "Infinity" takes all memory there is. Takes the characters once, whatever they are. Throws a `FeedError`.
 * @param mostRows that may hold something
 */
export function checkSheet(xml: string, mostRows: number): void {
  let rows = 0;
  let columns = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    const name = nameAt(xml, at + 1);
    if (name !== "row" && name !== "c") continue;
    const tag = tagAt(xml, at);
    const said = tag
      .slice(name.length)
      .match(/\sr\s{0,9}=\s{0,9}(?:"(?<double>[^"]{0,40})"|'(?<single>[^']{0,40})')/u)?.groups;
    const number = said?.["double"] ?? said?.["single"];
    if (number === undefined) {
      if (/\sr\s{0,9}=/u.test(tag)) refuse();
      if (name === "row") rows += 1;
      continue;
    }
    const [row, column] = name === "row" ? [rowOf(number), 0] : cellOf(number);
    if (row > lastRow || column > lastColumn) refuse();
    // Rows and cells of a mere format hold nothing, and Excel writes them down to the last one.
    if (name === "row" || tag.endsWith("/>")) continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    if (rows > mostRows) throw new FeedError({ code: "too_many_rows", most: mostRows });
    if (rows * columns > mostCells) throw new FeedError({ code: "too_many_cells", most: mostCells });
  }
}

/** The name of an element without what stands for its namespace. */
function nameAt(xml: string, at: number): string {
  const name = /^[^\s/>]{1,40}/u.exec(xml.slice(at, at + 41))?.[0] ?? "";
  return name.slice(name.indexOf(":") + 1);
}

/** An element's tag up to its ">", which values between quotes may hold too. */
function tagAt(xml: string, start: number): string {
  let quote = "";
  for (let at = start; at < xml.length && at < start + longestTag; at += 1) {
    const sign = xml.charAt(at);
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ">") return xml.slice(start, at + 1);
  }
  return refuse();
}

function rowOf(said: string): number {
  return /^\s*\d{1,9}\s*$/u.test(said) ? Number(said) : refuse();
}

function cellOf(said: string): [row: number, column: number] {
  const [, letters, digits] = /^([A-Z]{1,4})(\d{1,9})$/u.exec(said) ?? refuse();
  const column = [...(letters ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits), column];
}

function refuse(): never {
  throw new FeedError({ code: "no_workbook" });
}
