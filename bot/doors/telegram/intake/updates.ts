import type { Update } from "grammy/types";
import type { Door } from "../../../people/address.ts";
import { door } from "../door.ts";

/** The kinds of updates that the bot asks Telegram for. */
export const wanted = [
  "message",
  "callback_query",
  "inline_query",
  "my_chat_member",
  "channel_post",
  "edited_channel_post",
] as const satisfies readonly (keyof Update)[];

/** What an update is called in the database. */
export const updateKey = (updateId: number, at: Door = door): string => `${at}:${updateId}`;

export const kindOf = (update: Update): string => Object.keys(update).find((key) => key !== "update_id") ?? "empty";

export function senderOf(update: Update) {
  return (update.message ?? update.callback_query ?? update.inline_query ?? update.my_chat_member)?.from;
}

/** The chat in which an answer would appear. */
export const chatOf = (update: Update) => update.message?.chat ?? update.callback_query?.message?.chat;

/**
 * The chat, as Telegram itself orders updates; for what has no chat, the person. Of a message without a chat, which only a
 * broken proxy would send, it must not throw: the update would never be confirmed and come again for ever.
 */
export function orderKey(update: Update): number {
  const { message = update.channel_post ?? update.edited_channel_post, callback_query: tap } = update;
  return message?.chat?.id ?? tap?.message?.chat?.id ?? senderOf(update)?.id ?? 0;
}
