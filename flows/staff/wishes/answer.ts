import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { answerWish, findAskedByKey } from "../../../bot/wishes/asked-store.ts";
import { Html, html } from "../../../bot/words/html.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { askedOneView } from "./asked-view.ts";

/** Characters: several answers stand in one message. */
const longestAnswer = 500;

/** Staff answers what several people wait for: what → told to each of them with their next news. */
export const answerWishers = defineDialogue(
  "answer-wish",
  { version: 1 },
  async (conversation: Conversation, key: string): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const asked = await dialogue.external(async ({ services, reader }) => {
      const row = await findAskedByKey(services.database, reader.now, key);
      return row && { text: row.text, wishing: row.wishing };
    });
    if (asked === null) return end(conversation, key, t("wish.asked.gone"));
    const line = await askLine(conversation, {
      question: t("wish.asked.ask", { text: asked.text, count: asked.wishing }),
      again: t("wish.asked.again", { most: String(longestAnswer) }),
      longest: longestAnswer,
      canGoBack: false,
    });
    if (line.kind !== "answer") return end(conversation, key, t("wish.asked.stopped"));
    const told = await dialogue.external((outer) =>
      once(outer, "answer-wish", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return answerWish(database, actor, { key, answer: line.value });
      }),
    );
    if (told.kind === "forbidden") return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    return end(conversation, key, t("wish.asked.told", { count: told.value }));
  },
);

/** Ends with what was asked for as it stands now. */
async function end(conversation: Conversation, key: string, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async (outer) => {
    const { text, keyboard } = await askedOneView(outer, key, said);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
