import type { Dialogue, FlowContext } from "../../../bot/context.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { html } from "../../../bot/words/html.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { announcementsCallback } from "./callbacks.ts";

/** Ends a dialogue about announcements with the way back to their list. */
export async function sayLast(dialogue: Dialogue, ctx: FlowContext, text: string): Promise<void> {
  const toList = button(ctx.reader.t("announce.title"), announcementsCallback.data(0));
  await say(dialogue, ctx, { text: html`${text}`, keyboard: [[toList]] });
}
