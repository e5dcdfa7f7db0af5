import type { MessageEntity } from "grammy/types";
import type { MaxMarkup } from "./wire.ts";

const types: Readonly<Record<string, "bold" | "italic" | "underline" | "strikethrough" | "code" | "blockquote">> = {
  strong: "bold",
  heading: "bold",
  emphasized: "italic",
  underline: "underline",
  strikethrough: "strikethrough",
  monospaced: "code",
  quote: "blockquote",
};

/**
 * What is marked in a text, in Telegram's words, with the command that it begins with and the addresses in it, which MAX does
 * not mark. MAX does not say in what its offsets count; they are taken for UTF-16, as Telegram's are.
 */
export function readEntities(text: string, markup: readonly MaxMarkup[]): MessageEntity[] {
  const entities: MessageEntity[] = [];
  const command = /^\/[a-z0-9_]{1,32}(@\w+)?(?=\s|$)/i.exec(text)?.[0];
  if (command !== undefined) entities.push({ type: "bot_command", offset: 0, length: command.length });
  for (const { type, from: offset, length, url } of markup) {
    if (offset + length > text.length) continue;
    const known = types[type];
    if (known !== undefined) entities.push({ type: known, offset, length });
    else if (type === "link" && url) entities.push({ type: "text_link", offset, length, url });
  }
  return entities;
}
