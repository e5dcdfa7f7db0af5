import type { BotContext, FlowContext } from "../../bot/context.ts";
import { replyKeyboard } from "../account/menu.ts";
import type { Conversation } from "./conversation.ts";
import { runs } from "./dialogue.ts";
import { retire } from "./steps/dialogue-message.ts";

/**
 * Dialogues in which staff makes something. The residents' buttons below the text field are away meanwhile: a slip on one of
 * them would end the dialogue, and an event may be called as one of them is.
 */
const withoutKeyboard = ["new-event", "paste-event", "resume-event", "announce"];

/** Takes the residents' buttons away, where the messenger has such; only a new message can. */
export async function putKeyboardAway(conversation: Conversation): Promise<void> {
  const { ctx } = conversation;
  if (!ctx.door.can.replyKeyboard) return;
  await retire(conversation);
  await ctx.reply(ctx.reader.t("staff.keyboard.away"), { reply_markup: { remove_keyboard: true } });
}

/** Brings them back with a last word; what is said next is a message by itself. Without such buttons nothing is said. */
export async function bringKeyboardBack(
  conversation: Conversation,
  text = conversation.ctx.reader.t("staff.keyboard.back"),
): Promise<void> {
  if (!conversation.ctx.door.can.replyKeyboard) return;
  await retire(conversation);
  await replyWithKeyboard(conversation.ctx, text);
}

/** Whether the residents' buttons are away because of the dialogue that runs in this chat. */
export const isKeyboardAway = (ctx: BotContext): boolean =>
  ctx.door.can.replyKeyboard && withoutKeyboard.some((name) => runs(ctx, name));

export const replyWithKeyboard = (ctx: BotContext | FlowContext, text: string) =>
  ctx.reply(text, { reply_markup: replyKeyboard(ctx.reader) });
