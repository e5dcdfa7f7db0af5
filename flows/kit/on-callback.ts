import type { BotContext } from "../../bot/context.ts";
import { type Callback, nameIn } from "../../bot/doors/telegram/screen/callback.ts";
import { handledBy, type Screen } from "./screen.ts";

const byButton = handledBy(({ callbackQuery }) =>
  callbackQuery?.data === undefined ? undefined : nameIn(callbackQuery.data),
);

/** Handles presses of a screen's buttons; data that no version of the screen made goes on to the leftovers. */
export function onCallback<T>(
  composer: Screen,
  callback: Callback<T>,
  handle: (ctx: BotContext, value: T) => Promise<void>,
): void {
  byButton(composer, callback.name, (ctx, next) => {
    const value = callback.read(ctx.callbackQuery?.data ?? "");
    return value === undefined ? next() : handle(ctx, value);
  });
}
