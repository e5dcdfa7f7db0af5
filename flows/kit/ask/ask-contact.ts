import { Keyboard } from "grammy";
import type { FlowContext } from "../../../bot/context.ts";
import { answerTap } from "../../../bot/doors/telegram/screen/show.ts";
import type { Html } from "../../../bot/words/html.ts";
import { replyKeyboard } from "../../account/menu.ts";
import { isSimple } from "../../simple/screen.ts";
import type { Conversation } from "../conversation.ts";
import { type Answer, answered } from "../steps/answer.ts";
import { retire } from "../steps/dialogue-message.ts";
import { hear } from "../steps/hear.ts";

export interface ContactQuestion {
  text: Html;
  /** Said when what comes is not the sender's own contact. */
  again: string;
  /** Said for a number; only a new message brings the usual keyboard back. */
  thanks: string;
  canGoBack?: boolean;
}

/**
 * Asks for the sender's own phone number by Telegram's button, which stands below the text field; null: without one.
 * A contact is somebody's own only if its `user_id` is the sender's; a typed number proves nothing and is not taken.
 */
export async function askContact(
  conversation: Conversation,
  { text, again, thanks, canGoBack = false }: ContactQuestion,
): Promise<Answer<string | null>> {
  const { dialogue, ctx } = conversation;
  const { t } = ctx.reader;
  const back = canGoBack ? t("button.back") : undefined;
  const labels = { without: t("step.without_phone"), back, cancel: t("button.cancel") };
  const keyboard = new Keyboard().requestContact(t("step.share_phone")).row().text(labels.without).row().resized();
  // The button that calls a person is one of those that lead out of every dialogue.
  if (isSimple(ctx.reader)) keyboard.text(t("simple.help"));
  else {
    if (back !== undefined) keyboard.text(back);
    keyboard.text(labels.cancel);
  }
  await retire(conversation);
  const { message_id } = await ctx.reply(String(text), { parse_mode: "HTML", reply_markup: keyboard });
  return hear<Answer<string | null>>(dialogue, { messageId: message_id }, async (answer) => {
    const result = read(answer, labels);
    if (result !== undefined) {
      // Only a message that brings the usual keyboard takes this one away; the dialogue's next one may have buttons of its own.
      const isThanked = result.kind === "answer" && result.value !== null;
      await answer.reply(isThanked ? thanks : t("step.all_right"), { reply_markup: replyKeyboard(answer.reader) });
      return result;
    }
    if (answer.callbackQuery) {
      await answerTap(answer, { text: t("step.answered") });
      return { kind: "passed over" };
    }
    const ask = async () => (await answer.reply(again, { reply_markup: keyboard })).message_id;
    return { kind: "wrong", again: ask };
  });
}

type Labels = Record<"without" | "cancel", string> & { back: string | undefined };

function read({ message, from }: FlowContext, labels: Labels): Answer<string | null> | undefined {
  if (message?.contact) {
    const { user_id, phone_number } = message.contact;
    return user_id !== undefined && user_id === from?.id ? answered(phone_number) : undefined;
  }
  const text = message?.text?.trim();
  if (text === undefined) return undefined;
  if (text === labels.without) return answered(null);
  if (text === labels.back) return { kind: "back" };
  return text === labels.cancel ? { kind: "cancelled" } : undefined;
}
