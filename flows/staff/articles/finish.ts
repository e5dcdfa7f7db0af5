import { Html, html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { editArticlesView, editArticleView } from "./view.ts";

/** Ends a dialogue with an article as it is now. */
export async function endWithArticle(conversation: Conversation, articleId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async ({ services, reader, me }) => {
    const found = await editArticleView(services, reader, { articleId, bot: me.username }, { said });
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null)
    return void (await say(conversation, { text: html`${conversation.ctx.reader.t("staff.not_open")}` }));
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}

/** Ends a dialogue with the list of them. */
export async function endWithArticles(conversation: Conversation, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async ({ services, reader }) => {
    const { text, keyboard } = await editArticlesView(services, reader, 0, said);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
