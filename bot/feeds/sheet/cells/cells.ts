import { cleanLine, shorten } from "../../text/clean-text.ts";
import { htmlToText } from "../../text/html-to-text.ts";
import type { Cell } from "../record.ts";

const signs = /^[\s\-–—−_.?/]*$/u;
/** What people write where there is nothing to say yet, or at all; in small letters, with "е" for "ё". */
const placeholders = new Set(
  [
    "нет, нет данных, нет информации, н/д, б/о, б/н, б/ц, без билетов, отсутствует, отсутствуют",
    "не указан, не указано, не указана, не определено, не определен, не известно, неизвестно, не требуется",
    "уточняется, уточняются, место уточняется, время уточняется, дата уточняется, цена уточняется, уточнить",
    "будет уточнено, будет объявлено, по согласованию, пока неизвестно",
    "юк, күрсәтелмәгән, билгесез, билгеле түгел, ачыклана, соңрак игълан ителә",
    "none, no, n/a, nil, tba, tbd, tbc, unknown, not known, not set, not specified, not announced",
    "to be announced, to be confirmed, to be decided",
  ].flatMap((line) => line.split(", ")),
);
/** Characters: a longer cell is prose. */
const longestPlaceholder = 40;

export const isPlaceholder = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && saysNothing(cell));

function saysNothing(cell: string): boolean {
  if (signs.test(cell)) return true;
  const said = cell.trim();
  return (
    said.length <= longestPlaceholder &&
    placeholders.has(said.toLowerCase().replaceAll("ё", "е").replace(/\s+/gu, " ").replace(/[.!]$/u, ""))
  );
}

/** What a cell says, "" for a placeholder. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || isPlaceholder(cell) ? "" : typeof cell === "string" ? cell : cell.date;

/** A cell's text on one line, of at most `limit` UTF-16 units. */
export const lineOf = (cell: Cell | undefined, limit: number): string =>
  shorten(cleanLine(htmlToText(textOf(cell))), limit);

/** A cell's text as paragraphs. */
export const proseOf = (cell: Cell | undefined): string => htmlToText(textOf(cell).replaceAll(/\r?\n/gu, "<br>"));
