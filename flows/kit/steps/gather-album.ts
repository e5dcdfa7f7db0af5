import type { Message } from "grammy/types";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap } from "../../../bot/doors/telegram/screen/show.ts";
import { html } from "../../../bot/words/html.ts";
import { cancelCallback, choiceCallback } from "../callbacks.ts";
import type { Conversation } from "../conversation.ts";
import { type Answer, answered } from "./answer.ts";
import { notePressed, retire, say } from "./dialogue-message.ts";
import { hear } from "./hear.ts";

type Part = { kind: "part"; message: Message; messageId: number };

/**
 * Gathers the other files of an album. They come as messages one after the other, and nothing tells which is the last: a
 * button does. Taken in silence, so that ten files do not get ten answers.
 */
export async function gatherAlbum(
  conversation: Conversation,
  first: Message,
  { text, done }: { text: string; done: string },
): Promise<Answer<Message[]>> {
  const { dialogue } = conversation;
  const { t } = conversation.ctx.reader;
  const chatId = first.chat.id;
  const question = {
    text: html`${text}`,
    keyboard: [[button(done, choiceCallback.data(0))], [button(t("button.cancel"), cancelCallback.data(null))]],
  };
  const parts = [first];
  for (let asked = await say(conversation, question); ; ) {
    const heard = await hear<Part | Answer<null>>(dialogue, { messageId: asked }, async (answer, messageId) => {
      const { message, callbackQuery } = answer;
      if (message?.media_group_id !== undefined && message.media_group_id === first.media_group_id) {
        return { kind: "part", message, messageId };
      }
      if (callbackQuery === undefined) {
        await retire({ dialogue, ctx: answer }, { chatId, messageId });
        return { kind: "wrong", again: () => say({ dialogue, ctx: answer }, question) };
      }
      if (callbackQuery.message?.message_id !== messageId) {
        await answerTap(answer, { text: t("step.answered") });
        return { kind: "passed over" };
      }
      await answerTap(answer);
      notePressed(dialogue, { chatId, messageId });
      return cancelCallback.read(callbackQuery.data ?? "") === undefined ? answered(null) : { kind: "cancelled" };
    });
    if (heard.kind === "answer") return answered(parts.sort((a, b) => a.message_id - b.message_id));
    if (heard.kind !== "part") return heard;
    parts.push(heard.message);
    asked = heard.messageId;
  }
}
