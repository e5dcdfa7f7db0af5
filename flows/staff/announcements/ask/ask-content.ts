import type { Message } from "grammy/types";
import type { Content } from "../../../../bot/delivery/content.ts";
import { readContent } from "../../../../bot/doors/telegram/sending/content.ts";
import { type Html, html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask, type Choice } from "../../../kit/steps/ask.ts";
import { gatherAlbum } from "../../../kit/steps/gather-album.ts";

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
  conversation: Conversation,
  { text, choices = [], canGoBack = false, accept = () => true, again: said }: ContentQuestion<T>,
): Promise<Answer<Sent<T>>> {
  const { ctx } = conversation;
  const again = said ?? html`${ctx.reader.t("announce.content.again")}`;
  const readFitting = (sent: Message | readonly Message[]): Content | undefined => {
    const content = readContent(sent);
    return content !== null && accept(content) ? content : undefined;
  };
  const { t } = ctx.reader;
  const album = { text: t("announce.content.album"), done: t("announce.content.album_done") };
  for (let question = text; ; question = again) {
    const answer = await ask<Sent<T> | { kind: "part"; message: Message }>(conversation, {
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
    const parts = await gatherAlbum(conversation, answer.value.message, album);
    if (parts.kind !== "answer") return parts;
    const content = readFitting(parts.value);
    if (content !== undefined) return answered({ kind: "content", content });
  }
}
