import type { NextFunction } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { privatePartOf, type Screen } from "./screen.ts";

/** Handles what somebody says in a private chat in words of their own: no command, no reply, and nothing sent by way of a bot. */
export function onSaid(
  screen: Screen,
  handle: (ctx: BotContext, text: string, next: NextFunction) => Promise<void>,
): void {
  privatePartOf(screen).on("message:text", (ctx, next) => {
    const { text, via_bot, reply_to_message } = ctx.message;
    return text.startsWith("/") || via_bot || reply_to_message ? next() : handle(ctx, text, next);
  });
}
