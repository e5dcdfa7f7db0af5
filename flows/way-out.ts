import { Composer } from "grammy";
import type { BotContext } from "../bot/context.ts";
import { show } from "../bot/telegram/show.ts";
import { html } from "../bot/words/html.ts";
import { cancelCallback } from "./callbacks.ts";
import { isMenuButton } from "./hears.ts";
import { menuView } from "./menu.ts";

/**
 * The way out of every dialogue: a dialogue takes all updates for answers, "/start" included, so whoever sends a
 * command or presses another button, below the text field or of another screen, leaves it here, before it sees them.
 */
export const wayOut = new Composer<BotContext>();

wayOut.command("cancel", async (ctx) => {
  const { t } = ctx.reader;
  const running = Object.keys(ctx.conversation.active()).length > 0;
  await ctx.conversation.exitAll();
  await show(ctx, menuView(t, html`${t(running ? "said.cancelled" : "said.nothing_to_cancel")}`));
});

wayOut.on(["message:text", "callback_query:data"], async (ctx, next) => {
  const isCommand = ctx.message?.text?.startsWith("/") === true || isMenuButton(ctx);
  const isForeign = ctx.callbackQuery?.data !== undefined && cancelCallback.read(ctx.callbackQuery.data) === undefined;
  if (isCommand || isForeign) await ctx.conversation.exitAll();
  await next();
});
