import type { FeedFormat } from "../feed-format.ts";
import { feedFormats } from "../formats.ts";
import { columnOf } from "../sheet/columns.ts";

/** What the beginning of a file tells about it. */
const headBytes = 4_096;

/**
 * The format of a file by what is in it, else by its name; undefined when it is none that can be read. People rename
 * files, and phones send calendars as "document.bin".
 */
export function recognise(fileName: string, bytes: Uint8Array): FeedFormat | undefined {
  const kind = kindOf(bytes) ?? byName[fileName.toLowerCase().split(".").at(-1) ?? ""];
  return kind === undefined ? undefined : feedFormats.get(kind);
}

const byName: Readonly<Record<string, string>> = {
  ics: "ical",
  ical: "ical",
  xlsx: "sheet",
  csv: "sheet",
  tsv: "sheet",
  json: "kudago",
};

function kindOf(bytes: Uint8Array): "ical" | "sheet" | "kudago" | undefined {
  // "PK": a zip, as workbooks are.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "sheet";
  const head = textOf(bytes.slice(0, headBytes));
  if (/^BEGIN:VCALENDAR/iu.test(head)) return "ical";
  if (/^[[{]/u.test(head)) return "kudago";
  const lines = head
    .split("\n")
    .slice(0, 10)
    .map((line) => line.split(/[;,\t]/u));
  const known = lines.map((cells) => new Set(cells.map((cell) => columnOf(cell.replace(/^"|"$|\r$/gu, "")))));
  const hasTitle = (columns: ReadonlySet<string | undefined>): boolean =>
    [...columns].some((column) => column?.startsWith("title"));
  return known.some((columns) => hasTitle(columns) && columns.has("start")) ? "sheet" : undefined;
}

/** UTF-16 begins with a mark, as Excel's "Unicode text" does. */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? "utf-16le" : "utf-8")
    .decode(bytes)
    .replace(/^\uFEFF/u, "")
    .trimStart();
}
