import type { Message } from "grammy/types";
import type { Content } from "../../../bot/delivery/content.ts";
import { readContent } from "../../../bot/doors/telegram/sending/content.ts";
import { type Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { ask } from "../../kit/steps/ask.ts";
import { gatherAlbum } from "../../kit/steps/gather-album.ts";

/** What was sent, and the name of its file where it has one. */
export interface Given {
  content: Content;
  fileName: string | null;
}

/** Asks for something to be passed on, until it is something that can be. */
export async function askContent(
  conversation: Conversation,
  question: { text: Html; canGoBack?: boolean },
): Promise<Answer<Given>> {
  const { ctx } = conversation;
  const answer = await ask<Message>(conversation, {
    ...question,
    again: html`${ctx.reader.t("teach.content_again")}`,
    read: ({ message }) => (message !== undefined && readContent(message) !== null ? message : undefined),
  });
  if (answer.kind !== "answer") return answer;
  const { media_group_id, document } = answer.value;
  if (media_group_id === undefined) return given([answer.value], document?.file_name);
  const { t } = ctx.reader;
  const parts = await gatherAlbum(conversation, answer.value, { text: t("teach.album"), done: t("teach.album_done") });
  return parts.kind === "answer" ? given(parts.value, undefined) : parts;
}

function given(messages: readonly Message[], fileName: string | undefined): Answer<Given> {
  const content = readContent(messages);
  return content === null ? { kind: "cancelled" } : answered({ content, fileName: fileName ?? null });
}
