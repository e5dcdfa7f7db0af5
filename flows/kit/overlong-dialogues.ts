import type { MiddlewareFn } from "grammy";
import type { BotContext } from "../../bot/context.ts";
import { isOverlong } from "../../bot/doors/telegram/dialogue/dialogue-store.ts";
import { replyKeyboard } from "../account/menu.ts";

/** Tells whoever has talked to a dialogue for so long that it ended; it stands around the dialogues, which know it last. */
export const overlongDialogues: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next();
  if (!isOverlong(ctx)) return;
  const { t } = ctx.reader;
  await ctx.reply(`${t("step.too_long")}\n\n${t("step.begin_again")}`, { reply_markup: replyKeyboard(ctx.reader) });
};
