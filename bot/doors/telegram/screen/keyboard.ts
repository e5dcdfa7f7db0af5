import type { InlineKeyboardButton } from "grammy/types";
import { cutApart, cutAtWord } from "../../../words/cut.ts";

/** A label longer than this is cut by phones anyway. */
const longestLabel = 24;

/** A button that stands alone in its row shows so many characters on a phone of 360 pixels. */
const longestAlone = 34;

/** Characters that fit beside each other on a small phone. */
const rowWidth = 32;

export type Row = InlineKeyboardButton[];

/** A button that leads on within the bot. */
export const button = (label: string, data: string): InlineKeyboardButton.CallbackButton => ({
  text: cutAtWord(label, longestLabel),
  callback_data: data,
});

/** A button of a row by itself, which has room for the hour before the title. */
export const titleButton = (hour: string | null, title: string, data: string): InlineKeyboardButton.CallbackButton => ({
  text: hour === null ? cutAtWord(title, longestLabel) : `${hour} ${cutAtWord(title, longestLabel)}`,
  callback_data: data,
});

/** A button that stands alone in its row, with all the room that a row has. */
export const wideButton = (label: string, data: string): InlineKeyboardButton.CallbackButton => ({
  text: cutAtWord(label, longestAlone),
  callback_data: data,
});

/** Labels for the names of a list, told apart even where they begin alike; `isAlone`: each in a row by itself. */
export const labelsOf = (names: readonly string[], isAlone = false): string[] =>
  cutApart(names, isAlone ? longestAlone : longestLabel);

/** A row for each of a list. */
export function listRows<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  data: (item: Item) => string,
): InlineKeyboardButton.CallbackButton[][] {
  const labels = labelsOf(items.map(name), true);
  return items.map((item, index) => [wideButton(labels[index] ?? "", data(item))]);
}

export const urlButton = (label: string, url: string): InlineKeyboardButton.UrlButton => ({
  text: cutAtWord(label, longestLabel),
  url,
});

/** A button that puts a text of at most 256 characters on the clipboard. */
export const copyButton = (label: string, text: string): InlineKeyboardButton.CopyTextButtonButton => ({
  text: cutAtWord(label, longestLabel),
  copy_text: { text },
});

/** Characters that a row takes, with what stands around its labels. */
const widthOf = (row: readonly { text: string }[]): number => row.reduce((sum, { text }) => sum + text.length + 4, 0);

/** Lays buttons out in rows of at most three that a small phone shows without cutting. */
export function rows<Button extends { text: string }>(buttons: readonly Button[], most = 3): Button[][] {
  const laid: Button[][] = [];
  for (const next of buttons) {
    const last = laid.at(-1);
    if (last && hasRoom(last, next, most)) last.push(next);
    else laid.push([next]);
  }
  return laid;
}

const hasRoom = <Button extends { text: string }>(row: readonly Button[], next: Button, most: number): boolean =>
  row.length < most && widthOf([...row, next]) <= rowWidth;

/** Adds buttons to rows that were laid out: each into the last one that has room for it, so that none is taller than needed. */
export function fillIn<Button extends { text: string }>(
  laid: readonly Button[][],
  more: readonly Button[],
  most = 3,
): Button[][] {
  const all = laid.map((row) => [...row]);
  for (const next of more) {
    const roomy = all.findLast((row) => hasRoom(row, next, most));
    if (roomy === undefined) all.push([next]);
    else roomy.push(next);
  }
  return all;
}
