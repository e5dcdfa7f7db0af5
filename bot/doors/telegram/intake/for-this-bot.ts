import type { Context, NextFunction } from "grammy";
import { isServiceMessage } from "./service-message.ts";

/**
 * Lets through what is meant for the bot. In a private chat that is everything; in a group only commands that name it
 * and the buttons under its own messages; nothing from channels, which have no person behind them, and nothing that
 * Telegram itself says about a chat. In a group to which the bot listens (`isHeard`) everything that people write is meant.
 */
export const addressed =
  <C extends Context>(isHeard: (ctx: C) => Promise<boolean>) =>
  async (ctx: C, next: NextFunction): Promise<void> => {
    if (ctx.from === undefined || ctx.from.is_bot) return;
    if (ctx.message && isServiceMessage(ctx.message)) return;
    const type = ctx.chat?.type;
    const isOurs = type === undefined || type === "private" || ctx.callbackQuery !== undefined || namesBot(ctx);
    if (isOurs || (ctx.message !== undefined && (await isHeard(ctx)))) await next();
  };

function namesBot(ctx: Context): boolean {
  const { text = "", entities = [] } = ctx.message ?? {};
  const name = `@${ctx.me.username}`.toLowerCase();
  return entities.some(
    ({ type, offset, length }) =>
      type === "bot_command" &&
      text
        .slice(offset, offset + length)
        .toLowerCase()
        .endsWith(name),
  );
}
