import type { Message } from "grammy/types";
import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { readContent } from "../../../bot/telegram/content.ts";
import { button } from "../../../bot/telegram/keyboard.ts";
import { answerTap } from "../../../bot/telegram/show.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import { cancelCallback, choiceCallback } from "../../callbacks.ts";
import { type Answer, answered } from "../../steps/answer.ts";
import { ask, type Choice } from "../../steps/ask.ts";
import { notePressed, retire, say } from "../../steps/surface.ts";
import { waitAnswer } from "../../steps/wait-answer.ts";

export type Sent<T> = { kind: "content"; content: Content } | { kind: "chosen"; value: T };

export interface ContentQuestion<T> {
  text: Html;
  choices?: readonly (readonly Choice<T>[])[];
  canGoBack?: boolean;
  /** Default: whatever can be passed on. */
  accept?: (content: Content) => boolean;
  /** Said when something else comes. Default: what can be passed on. */
  again?: Html;
}

/** Asks for something to be passed on: a text with its formatting, a file, an album, a poll. */
export async function askContent<T = never>(
  dialogue: Dialogue,
  ctx: FlowContext,
  { text, choices = [], canGoBack = false, accept = () => true, again: said }: ContentQuestion<T>,
): Promise<Answer<Sent<T>>> {
  const again = said ?? html`${ctx.reader.t("announce.content.again")}`;
  const readFitting = (sent: Message | readonly Message[]): Content | undefined => {
    const content = readContent(sent);
    return content !== null && accept(content) ? content : undefined;
  };
  for (let question = text; ; question = again) {
    const answer = await ask<Sent<T> | { kind: "part"; message: Message }>(dialogue, ctx, {
      text: question,
      choices: choices.map((row) => row.map(({ label, value }) => ({ label, value: { kind: "chosen", value } }))),
      read({ message }) {
        if (message === undefined) return undefined;
        if (message.media_group_id !== undefined) return { kind: "part", message };
        const content = readFitting(message);
        return content && { kind: "content", content };
      },
      again,
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value.kind !== "part") return answered(answer.value);
    const parts = await gatherAlbum(dialogue, ctx, answer.value.message);
    if (parts.kind !== "answer") return parts;
    const content = readFitting(parts.value);
    if (content !== undefined) return answered({ kind: "content", content });
  }
}

/**
 * Gathers the other files of an album. They come as messages one after the other, and nothing tells which is the last:
 * a button does.
 */
async function gatherAlbum(dialogue: Dialogue, ctx: FlowContext, first: Message): Promise<Answer<Message[]>> {
  const { t } = ctx.reader;
  const parts = [first];
  const chatId = ctx.chat?.id ?? ctx.reader.person.id;
  const question = {
    text: html`${t("announce.content.album")}`,
    keyboard: [
      [button(t("announce.content.album_done"), choiceCallback.data(0))],
      [button(t("button.cancel"), cancelCallback.data(null))],
    ],
  };
  let messageId = await say(dialogue, ctx, question);
  for (;;) {
    const answer = await waitAnswer(dialogue);
    const { message, callbackQuery } = answer;
    if (message?.media_group_id !== undefined && message.media_group_id === first.media_group_id) {
      parts.push(message);
    } else if (callbackQuery === undefined) {
      await retire(dialogue, answer, { chatId, messageId });
      messageId = await say(dialogue, answer, question);
    } else if (callbackQuery.message?.message_id !== messageId) {
      await answerTap(answer, { text: t("step.answered") });
    } else {
      await answerTap(answer);
      notePressed(dialogue, { chatId, messageId });
      if (cancelCallback.read(callbackQuery.data ?? "") !== undefined) return { kind: "cancelled" };
      return answered(parts.sort((a, b) => a.message_id - b.message_id));
    }
  }
}
