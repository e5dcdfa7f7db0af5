import type { Context } from "grammy";
import type { Translate } from "../../../words/messages/translator.ts";

/** The last words to somebody who was erased; without the buttons below the text field, which would make them known again. */
export async function sayFarewell(ctx: Context, t: Translate): Promise<void> {
  await ctx.reply(t("privacy.erased"), { reply_markup: { remove_keyboard: true } });
}
