import type { InlineKeyboardButton } from "grammy/types";

/** A label longer than this is cut by phones anyway (SCREENS.md). */
const longestLabel = 24;

/** Characters that fit beside each other on a small phone. */
const rowWidth = 32;

export type Row = InlineKeyboardButton[];

/** A button that leads on within the bot. */
export const button = (label: string, data: string): InlineKeyboardButton => ({
  text: shorten(label),
  callback_data: data,
});

export const urlButton = (label: string, url: string): InlineKeyboardButton => ({ text: shorten(label), url });

/** Cuts a label at a word, with an ellipsis. */
export function shorten(label: string, limit = longestLabel): string {
  if (label.length <= limit) return label;
  const cut = label.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s,.:;–—-]+$/, "")}…`;
}

/** Lays buttons out in rows of at most three that a small phone shows without cutting. */
export function rows(buttons: readonly InlineKeyboardButton[], most = 3): Row[] {
  const laid: Row[] = [];
  for (const next of buttons) {
    const last = laid.at(-1);
    const width = (row: Row) => row.reduce((sum, { text }) => sum + text.length + 4, 0);
    if (last && last.length < most && width([...last, next]) <= rowWidth) last.push(next);
    else laid.push([next]);
  }
  return laid;
}
