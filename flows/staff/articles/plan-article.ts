import { planArticle } from "../../../bot/articles/edit-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askPublishAt } from "../programme/ask/ask-moment.ts";
import { endWithArticle, endWithArticles } from "./finish.ts";

/** Asks from when on residents shall see an article, and plans it for then. */
export const planOneArticle = defineDialogue(
  "plan-article",
  { version: 1 },
  async (conversation: Conversation, articleId: number): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const answer = await askPublishAt(conversation);
    if (answer.kind !== "answer") return endWithArticle(conversation, articleId, t("programme.unchanged"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "plan-article", (database) =>
        planArticle(database, { by: person.id, now: outer.reader.now }, articleId, new Date(answer.value)),
      ),
    );
    if (written.kind === "forbidden") return endWithArticles(conversation, t("staff.not_open"));
    await endWithArticle(conversation, articleId, t("programme.done"));
  },
);
