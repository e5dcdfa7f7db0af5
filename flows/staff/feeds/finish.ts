import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { feedsCallback } from "./callbacks.ts";
import { feedView } from "./feed-view.ts";

/** Ends a dialogue with the feed as it is now; one that is not open to this person is told so. */
export async function endWithFeed(conversation: Conversation, feedId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async ({ services, reader }) => {
    const found = await feedView(services, reader, feedId, said);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endRefused(conversation);
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}

export async function endRefused(conversation: Conversation): Promise<void> {
  await say(conversation, { text: html`${conversation.ctx.reader.t("staff.not_open")}` });
}

/** Ends a dialogue that made nothing. */
export async function endUnmade(conversation: Conversation): Promise<void> {
  const { t } = conversation.ctx.reader;
  const back = button(t("feed.title"), feedsCallback.data(0));
  await say(conversation, { text: html`${t("feed.unmade")}`, keyboard: [[back, toStaffMenu(t)]] });
}
