import type { LinkedThing } from "../../../bot/articles/article.ts";
import { findCollectionsToEdit } from "../../../bot/collections/editing/list-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { html } from "../../../bot/words/html.ts";
import { askSeveral } from "../../kit/ask/ask-several.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";

/** Collections that are laid before somebody at once: the newest. */
const most = 20;

/** Asks which collections an article is about, among those that somebody may edit; null: they have none. */
export async function askCollections(
  conversation: Conversation,
  linked: readonly LinkedThing[],
): Promise<Answer<{ shown: number[]; ticked: number[] } | null>> {
  const { t, person } = conversation.ctx.reader;
  const own = await conversation.dialogue.external(async ({ services: { database } }) => {
    const all = await findCollectionsToEdit(database, await findStaff(database, person.id));
    return all.slice(0, most).map(({ id, texts }) => ({ id, title: collectionTitle(texts, t.language) }));
  });
  const shown = [...linked, ...own.filter(({ id }) => !linked.some((one) => one.id === id))];
  if (shown.length === 0) return answered(null);
  const titleOf = new Map(shown.map(({ id, title }) => [String(id), title]));
  const question = html`${t("article_edit.ask.collections")}`;
  const answer = await askSeveral(conversation, {
    all: shown.map(({ id }) => String(id)),
    before: linked.map(({ id }) => String(id)),
    label: (id) => titleOf.get(id) ?? "",
    text: () => question,
    again: question,
    ready: () => t("programme.button.ready"),
  });
  if (answer.kind !== "answer") return answer;
  return answered({ shown: shown.map(({ id }) => id), ticked: answer.value.map(Number) });
}
