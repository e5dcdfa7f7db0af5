import type { Message } from "grammy/types";
import type { Content } from "../../../bot/delivery/content.ts";
import { readContent } from "../../../bot/doors/telegram/sending/content.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../conversation.ts";
import { type Answer, answered } from "../steps/answer.ts";
import { gatherAlbum } from "../steps/gather-album.ts";
import { ask, type Choice } from "./ask.ts";

/** The answer: something sent, where a file that came alone has its name, or a button. */
export type Sent<T> = { kind: "content"; content: Content; fileName: string | null } | { kind: "chosen"; value: T };

export interface ContentQuestion<T> {
  text: Html;
  choices?: readonly (readonly Choice<T>[])[];
  canGoBack?: boolean;
  /** Default: whatever can be passed on. */
  accept?: (content: Content) => boolean;
  /** Said when something else comes. Default: what can be passed on. */
  again?: Html;
}

/**
 * Asks for something to be passed on: a text with its formatting, a file, an album. A poll is refused: it would count each
 * chat apart, where a vote (bot/votes) counts everybody once.
 */
export async function askContent<T = never>(
  conversation: Conversation,
  { text, choices = [], canGoBack = false, accept = () => true, again: said }: ContentQuestion<T>,
): Promise<Answer<Sent<T>>> {
  const { t } = conversation.ctx.reader;
  const again = said ?? html`${t("step.content.again")}`;
  const readFitting = (sent: Message | readonly Message[]): Sent<T> | undefined => {
    const content = readContent(sent);
    if (content === null || content.kind === "poll" || !accept(content)) return undefined;
    return { kind: "content", content, fileName: ("document" in sent ? sent.document?.file_name : undefined) ?? null };
  };
  const album = { text: t("step.content.album"), done: t("step.content.album_done") };
  for (let question = text; ; question = again) {
    const answer = await ask<Sent<T> | { kind: "part"; message: Message }>(conversation, {
      text: question,
      choices: choices.map((row) => row.map(({ label, value }) => ({ label, value: { kind: "chosen", value } }))),
      read({ message }) {
        if (message === undefined) return undefined;
        return message.media_group_id === undefined ? readFitting(message) : { kind: "part", message };
      },
      again: ({ message }) => (message?.poll === undefined ? again : html`${t("vote.poll")}`),
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    if (answer.value.kind !== "part") return answered(answer.value);
    const parts = await gatherAlbum(conversation, answer.value.message, album);
    if (parts.kind !== "answer") return parts;
    const fitting = readFitting(parts.value);
    if (fitting !== undefined) return answered(fitting);
  }
}
