import { Html, html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { eventView, type Said } from "../event-view.ts";
import { loadSeen } from "./event-under-edit.ts";

/** Ends a dialogue with an event's screen. */
export async function sayEvent(conversation: Conversation, eventId: number, said?: Said): Promise<void> {
  const { t } = conversation.ctx.reader;
  const view = await conversation.dialogue.external(async ({ services, reader }) => {
    const seen = await loadSeen(services, reader, eventId);
    if (seen === null) return null;
    const { text, keyboard } = eventView(
      seen,
      { t, now: reader.now, zone: services.city.timeZone, bot: conversation.ctx.me.username },
      said,
    );
    return { text: String(text), keyboard };
  });
  if (view === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
