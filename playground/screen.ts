import type { InlineKeyboardButton, KeyboardButton } from "@grammyjs/types";
import type { ShownMessage } from "./shown-message.ts";

/** A message as plain text for assertions: what it carries, its text, its buttons in rows. */
export function readScreen(message: ShownMessage): string {
  return [...attachments(message), message.text, readKeyboard(message.keyboard)].filter(Boolean).join("\n");
}

/** A keyboard in rows: "[Tonight] [Today]\n[Back]"; "" if it is empty. */
export function readKeyboard(rows: readonly (readonly (InlineKeyboardButton | KeyboardButton)[])[]): string {
  return rows.map((row) => row.map((button) => `[${buttonLabel(button)}]`).join(" ")).join("\n");
}

/** What stands on a button. */
export function buttonLabel(button: InlineKeyboardButton | KeyboardButton): string {
  return typeof button === "string" ? button : button.text;
}

function* attachments({ photo, document, venue, location, contact }: ShownMessage): Iterable<string> {
  if (photo) yield `(photo ${photo.fileName})`;
  if (document) yield `(document ${document.fileName})`;
  if (venue) yield `(venue ${venue.title}, ${venue.address})`;
  if (location) yield `(location ${location.latitude}, ${location.longitude})`;
  if (contact) yield `(contact ${contact.first_name})`;
}
