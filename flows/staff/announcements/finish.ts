import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { announcementsCallback } from "./callbacks.ts";

/** Ends a dialogue about announcements with the way back to their list. */
export async function sayLast(conversation: Conversation, text: string): Promise<void> {
  const toList = button(conversation.ctx.reader.t("announce.title"), announcementsCallback.data(0));
  await say(conversation, { text: html`${text}`, keyboard: [[toList]] });
}
