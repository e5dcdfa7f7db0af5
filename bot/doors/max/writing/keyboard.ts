/** A button as MAX writes it. */
export type MaxButton =
  | { type: "callback"; text: string; payload: string }
  | { type: "link"; text: string; url: string }
  | { type: "clipboard"; text: string; payload: string }
  | { type: "message"; text: string }
  | { type: "request_contact"; text: string }
  | { type: "request_geo_location"; text: string };

export interface MaxKeyboard {
  type: "inline_keyboard";
  payload: { buttons: MaxButton[][] };
}

/** Characters of a label that are shown whole with one, two, three and more buttons in a row (DOC, "Button"). */
const widths = [20, 10, 5, 3];

/** Buttons in a row at most: seven, and three as soon as one of them leads out or asks for something. */
const mostInRow = 7;
const mostWide = 3;

const mostRows = 30;
const longestLabel = 128;

/** A button under a message, as flows and deliveries write it. */
export interface ScreenButton {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
  copy_text?: { text: string } | undefined;
}

/** A button below the text field. */
export interface MenuButton {
  text: string;
  request_contact?: boolean | undefined;
  request_location?: boolean | undefined;
}

/** A keyboard under a message; undefined where there is no button. Throws for a button that has no counterpart. */
export function layKeyboard(rows: readonly (readonly ScreenButton[])[]): MaxKeyboard | undefined {
  return keyboardOf(rows.map((row) => row.map(writeButton)));
}

/** What stands below the text field at Telegram, as buttons under the message: what is pressed comes as a text all the same. */
export function layReplyKeyboard(rows: readonly (readonly MenuButton[])[]): MaxKeyboard | undefined {
  return keyboardOf(rows.map((row) => row.map(writeReplyButton)));
}

function keyboardOf(rows: readonly MaxButton[][]): MaxKeyboard | undefined {
  const full = rows.filter((row) => row.length > 0);
  if (full.length === 0) return undefined;
  const laid = layRows(full);
  // Cut labels are better than no screen.
  const buttons =
    laid.length <= mostRows ? laid : full.flatMap((row) => chunk(row, (part) => part.length <= most(part)));
  return { type: "inline_keyboard", payload: { buttons } };
}

/**
 * Rows as they are where their labels fit. Neighbours of which one does not fit, and no list or calendar is broken by it, are
 * laid together in as few rows as it takes, in their order; the last row of a screen, its ways back and on, stays by itself.
 */
function layRows(rows: readonly MaxButton[][]): MaxButton[][] {
  const laid: MaxButton[][] = [];
  let together: MaxButton[][] = [];
  const lay = () => {
    laid.push(...(together.every(fits) ? together : chunk(together.flat(), fits)));
    together = [];
  };
  for (const [index, row] of rows.entries()) {
    const isWhole = fits(row) && row.length !== 2;
    if (isWhole || index === rows.length - 1) lay();
    if (isWhole) laid.push(row);
    else together.push(row);
  }
  lay();
  return laid;
}

function chunk(row: readonly MaxButton[], isRow: (part: MaxButton[]) => boolean): MaxButton[][] {
  const laid: MaxButton[][] = [];
  for (const button of row) {
    const last = laid.at(-1);
    if (last && isRow([...last, button])) last.push(button);
    else laid.push([button]);
  }
  return laid;
}

function fits(row: MaxButton[]): boolean {
  if (row.length <= 1) return true;
  const width = widths[Math.min(row.length, widths.length) - 1] ?? 0;
  return row.length <= most(row) && row.every(({ text }) => [...text].length <= width);
}

const most = (row: readonly MaxButton[]): number =>
  row.some(({ type }) => type === "link" || type === "request_contact" || type === "request_geo_location")
    ? mostWide
    : mostInRow;

function writeButton({ text: label, callback_data: payload, url, copy_text: copied }: ScreenButton): MaxButton {
  const text = [...label].slice(0, longestLabel).join("");
  if (payload !== undefined) return { type: "callback", text, payload };
  if (url !== undefined) return { type: "link", text, url };
  if (copied !== undefined) return { type: "clipboard", text, payload: copied.text };
  throw new Error(`the button "${text}" has no counterpart at MAX`);
}

function writeReplyButton({ text, request_contact, request_location }: MenuButton): MaxButton {
  if (request_contact === true) return { type: "request_contact", text };
  return request_location === true ? { type: "request_geo_location", text } : { type: "message", text };
}
