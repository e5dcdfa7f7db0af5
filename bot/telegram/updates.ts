import type { Update } from "grammy/types";

/** The kinds of updates that the bot asks Telegram for. */
export const wanted = [
  "message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const satisfies readonly (keyof Update)[];
