import { replyKeyboard } from "../../account/menu.ts";
import type { Conversation } from "../conversation.ts";
import { runs } from "../dialogue.ts";
import { retire } from "./dialogue-message.ts";

/** Ends a dialogue whose answers do not fit: says so, what becomes of what was entered, and how to begin again. */
export async function giveUp(conversation: Conversation): Promise<never> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  const isEnrolment = await dialogue.external((outer) => runs(outer, "enrol"));
  await retire(conversation);
  const what = t(isEnrolment ? "enrol.aside" : "step.begin_again");
  // The question may have had a keyboard of its own below the text field.
  await ctx.reply(`${t("step.not_understood")}\n\n${what}`, { reply_markup: replyKeyboard(ctx.reader) });
  return dialogue.halt();
}
