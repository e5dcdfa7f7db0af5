import type { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import type { Callback } from "../bot/telegram/callback.ts";

/** Handles presses of a screen's buttons; data that no version of the screen made goes on to the leftovers. */
export function onCallback<T>(
  composer: Composer<BotContext>,
  callback: Callback<T>,
  handle: (ctx: BotContext, value: T) => Promise<void>,
): void {
  composer.callbackQuery(callback.pattern, async (ctx, next) => {
    const value = callback.read(ctx.callbackQuery.data);
    return value === undefined ? next() : handle(ctx, value);
  });
}
