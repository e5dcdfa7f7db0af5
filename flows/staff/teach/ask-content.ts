import type { Message } from "grammy/types";
import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { readContent } from "../../../bot/telegram/content.ts";
import { button } from "../../../bot/telegram/keyboard.ts";
import { answerTap } from "../../../bot/telegram/show.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import { cancelCallback, choiceCallback } from "../../callbacks.ts";
import { type Answer, answered } from "../../steps/answer.ts";
import { ask } from "../../steps/ask.ts";
import { notePressed, retire, say } from "../../steps/surface.ts";
import { waitAnswer } from "../../steps/wait-answer.ts";

/** What was sent, and the name of its file where it has one. */
export interface Given {
  content: Content;
  fileName: string | null;
}

/** Asks for something to be passed on, until it is something that can be. */
export async function askContent(
  dialogue: Dialogue,
  ctx: FlowContext,
  question: { text: Html; canGoBack?: boolean },
): Promise<Answer<Given>> {
  const answer = await ask<Message>(dialogue, ctx, {
    ...question,
    again: html`${ctx.reader.t("teach.content_again")}`,
    read: ({ message }) => (message !== undefined && readContent(message) !== null ? message : undefined),
  });
  if (answer.kind !== "answer") return answer;
  const { media_group_id, document } = answer.value;
  if (media_group_id === undefined) return given([answer.value], document?.file_name);
  return gatherAlbum(dialogue, ctx, answer.value);
}

function given(messages: readonly Message[], fileName: string | undefined): Answer<Given> {
  const content = readContent(messages);
  return content === null ? { kind: "cancelled" } : answered({ content, fileName: fileName ?? null });
}

/**
 * The files of an album come one by one, and nothing says which is the last: whoever sends it does. Taken in silence, so
 * that ten files do not get ten answers.
 */
async function gatherAlbum(dialogue: Dialogue, ctx: FlowContext, first: Message): Promise<Answer<Given>> {
  const { t } = ctx.reader;
  const keyboard = [
    [button(t("teach.album_done"), choiceCallback.data(0)), button(t("button.cancel"), cancelCallback.data(null))],
  ];
  const messages = [first];
  const question = {
    chatId: first.chat.id,
    messageId: await say(dialogue, ctx, { text: html`${t("teach.album")}`, keyboard }),
  };
  for (;;) {
    const answer = await waitAnswer(dialogue);
    const { message, callbackQuery } = answer;
    if (message?.media_group_id === first.media_group_id && message !== undefined) messages.push(message);
    else if (callbackQuery?.message?.message_id === question.messageId) {
      await answerTap(answer);
      notePressed(dialogue, question);
      const isCancelled = cancelCallback.read(callbackQuery.data ?? "") !== undefined;
      return isCancelled ? { kind: "cancelled" } : given(inOrder(messages), undefined);
    } else if (callbackQuery) await answerTap(answer, { text: t("step.answered") });
    else {
      await retire(dialogue, answer, question);
      question.messageId = await say(dialogue, answer, { text: html`${t("teach.album")}`, keyboard });
    }
  }
}

const inOrder = (messages: readonly Message[]): Message[] => [...messages].sort((a, b) => a.message_id - b.message_id);
