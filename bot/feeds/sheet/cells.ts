import { cleanLine, shorten } from "../text/clean-text.ts";
import { htmlToText } from "../text/html-to-text.ts";
import type { Cell } from "./record.ts";

/** What people write where there is nothing to say. */
const nothing = /^\s*(?:[-–—−_.]+|\?+|нет|не указан[оа]?|н\/д|юк|күрсәтелмәгән|none|no|n\/a|tba|tbd|-\/-)?\s*$/iu;

export const isPlaceholder = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === "string" && nothing.test(cell));

/** What a cell says, "" for a placeholder. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined || isPlaceholder(cell) ? "" : typeof cell === "string" ? cell : cell.date;

/** A cell's text on one line, of at most `limit` UTF-16 units. */
export const lineOf = (cell: Cell | undefined, limit: number): string =>
  shorten(cleanLine(htmlToText(textOf(cell))), limit);

/** A cell's text as paragraphs. */
export const proseOf = (cell: Cell | undefined): string => htmlToText(textOf(cell).replaceAll(/\r?\n/gu, "<br>"));
