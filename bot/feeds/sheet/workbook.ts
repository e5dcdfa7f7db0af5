import { Parser } from "htmlparser2";
import { type Files, unzipChecked } from "./check-zip.ts";
import type { SheetTable } from "./table.ts";

/** What is said of a sheet besides its cells. */
export type SheetFacts = Omit<SheetTable, "rows">;

const mostMerged = 5_000;

/**
 * Reads what the library for workbooks leaves out: which sheets are hidden, which cells are one, and the addresses behind
 * cells; by the sheet's name. Throws a `FeedError` for what is no workbook, or too large a one.
 */
export function readSheetFacts(bytes: Uint8Array, mostRows: number): Map<string, SheetFacts> {
  const files = unzipChecked(bytes, mostRows);
  const targets = relationsOf(files, "xl/_rels/workbook.xml.rels");
  const facts = new Map<string, SheetFacts>();
  eachElement(textOf(files, "xl/workbook.xml"), (name, attributes) => {
    if (name !== "sheet") return;
    const target = targets.get(attributes["id"] ?? "") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const { merged, links } = aboutCells(files, path);
    const isHidden = /^(?:very)?hidden$/iu.test(attributes["state"] ?? "");
    facts.set(attributes["name"] ?? "", { name: attributes["name"] ?? "", isHidden, merged, links });
  });
  return facts;
}

function aboutCells(files: Files, path: string): Pick<SheetFacts, "merged" | "links"> {
  const merged: { column: number; first: number; last: number }[] = [];
  const links = new Map<string, string>();
  const targets = relationsOf(files, path.replace(/([^/]+)$/u, "_rels/$1.rels"));
  const xml = textOf(files, path);
  // What is about cells stands behind them.
  eachElement(xml.slice(Math.max(0, xml.lastIndexOf("</sheetData>"))), (name, attributes) => {
    const [from, to] = (attributes["ref"] ?? "").split(":").map(cellAt);
    if (!from) return;
    const isDown = to !== undefined && to !== null && to.column === from.column && to.row > from.row;
    if (name === "mergecell" && isDown && merged.length < mostMerged) {
      merged.push({ column: from.column, first: from.row, last: to.row });
    }
    const target = targets.get(attributes["id"] ?? "");
    if (name === "hyperlink" && target !== undefined) links.set(`${from.row},${from.column}`, target);
  });
  return { merged, links };
}

/** "B2" from 0. */
function cellAt(said: string): { row: number; column: number } | null {
  const [, letters = "", digits = ""] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(said) ?? [];
  if (digits === "") return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function relationsOf(files: Files, path: string): Map<string, string> {
  const targets = new Map<string, string>();
  eachElement(textOf(files, path), (name, attributes) => {
    if (name === "relationship") targets.set(attributes["id"] ?? "", attributes["target"] ?? "");
  });
  return targets;
}

const textOf = (files: Files, path: string): string => files.get(path)?.toString("utf8") ?? "";

/** Calls for each element, names in small letters and without what stands for a namespace. */
function eachElement(xml: string, call: (name: string, attributes: Record<string, string>) => void): void {
  const local = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        call(local(name), Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])));
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
}
