import type { BotContext } from "../../../bot/context.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { editCollectionsView } from "./list.ts";
import { editCollectionView } from "./view.ts";

/** Ends a dialogue with the collection as it is now; one that is not open to this person is not shown. */
export const endWithCollection = (conversation: Conversation, id: number, said: string): Promise<void> =>
  endWith(conversation, ({ services, reader }) => editCollectionView(services, reader, id, { said }));

/** Ends a dialogue with the list. */
export const endWithCollections = (conversation: Conversation, said: string): Promise<void> =>
  endWith(conversation, ({ services, reader }) => editCollectionsView(services, reader, 0, said));

/** Ends a dialogue that is not open to this person, or not any more. */
export async function endForbidden(conversation: Conversation): Promise<void> {
  await say(conversation, { text: html`${conversation.ctx.reader.t("staff.not_open")}` });
}

async function endWith(conversation: Conversation, find: (outer: BotContext) => Promise<View | null>): Promise<void> {
  const view = await conversation.dialogue.external(async (outer) => {
    const found = await find(outer);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endForbidden(conversation);
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
