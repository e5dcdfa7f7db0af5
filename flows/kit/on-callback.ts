import type { Composer } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import type { Callback } from "../../bot/doors/telegram/screen/callback.ts";

/**
 * Handles presses of a screen's buttons; data that no version of the screen made goes on to the leftovers. Every press
 * passes a hundred of these: a plain function, where grammY's `callbackQuery` makes promises and a Composer each time.
 */
export function onCallback<T>(
  composer: Composer<BotContext>,
  callback: Callback<T>,
  handle: (ctx: BotContext, value: T) => Promise<void>,
): void {
  composer.use((ctx, next) => {
    const data = ctx.callbackQuery?.data;
    const value = data === undefined ? undefined : callback.read(data);
    return value === undefined ? next() : handle(ctx, value);
  });
}
