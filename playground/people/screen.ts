import type { InlineKeyboardButton, KeyboardButton, Poll } from "@grammyjs/types";
import type { ShownMessage } from "./shown-message.ts";

/**
 * The bot's latest message of a chat as plain text for assertions: what it carries, its text, its buttons in rows, as in
 * "(photo) Bohème\n[Remind me]". An album is one: "(album of 3) Our summer". "" if the bot has not written.
 */
export function readLatest(chat: readonly ShownMessage[]): string {
  const latest = chat.findLast((message) => message.isFromBot);
  if (!latest) return "";
  if (latest.albumId === undefined) return readScreen(latest);
  const album = chat.filter(({ albumId }) => albumId === latest.albumId);
  return [`(album of ${album.length})`, ...album.map(({ text }) => text)].filter(Boolean).join(" ");
}

/** One message as plain text. */
function readScreen(message: ShownMessage): string {
  const content = [...attachments(message), message.text].filter(Boolean).join(" ");
  return [content, readKeyboard(message.keyboard)].filter(Boolean).join("\n");
}

/** A keyboard in rows: "[Tonight] [Today]\n[Back]"; "" if it is empty. */
export function readKeyboard(rows: readonly (readonly (InlineKeyboardButton | KeyboardButton)[])[]): string {
  return rows.map((row) => row.map((button) => `[${buttonLabel(button)}]`).join(" ")).join("\n");
}

/** What stands on a button. */
export function buttonLabel(button: InlineKeyboardButton | KeyboardButton): string {
  return typeof button === "string" ? button : button.text;
}

function* attachments({ media, poll, venue, location, contact }: ShownMessage): Iterable<string> {
  if (media) yield media.kind === "document" ? `(document ${media.fileName})` : `(${media.kind})`;
  if (poll) yield `(${poll.type === "quiz" ? "quiz" : "poll"}) ${poll.question}: ${readOptions(poll)}`;
  if (venue) yield `(venue ${venue.title}, ${venue.address})`;
  if (location) yield `(location ${location.latitude}, ${location.longitude})`;
  if (contact) yield `(contact ${contact.first_name})`;
}

function readOptions({ options }: Poll): string {
  return options.map(({ text }) => text).join(" | ");
}
