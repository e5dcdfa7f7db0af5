import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { answerComment } from "../../../bot/voices/comments/answer-store.ts";
import { longest } from "../../../bot/voices/comments/comment.ts";
import { findComment } from "../../../bot/voices/comments/find-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { textIn } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { rightsOf } from "../authorize.ts";
import { shownOneView } from "./view.ts";

/** An institution answers a comment: what → it stands below the comment, and the author is told. */
export const answerAsHouse = defineDialogue(
  "answer-comment",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const asked = await dialogue.external(async (outer) => {
      const comment = await findComment(outer.services.database, id);
      if (comment?.state !== "published") return null;
      if (!may(await rightsOf(outer), "comments.answer", { institutionId: comment.institutionId })) return null;
      return { name: textIn(comment.institution, t.language) ?? t("comment.city"), text: comment.text };
    });
    if (asked === null) return end(conversation, id, t("comment.said.not_shown"));
    const question = joinLines(
      html`<blockquote>${asked.text}</blockquote>`,
      t("comment.ask.answer", { name: asked.name, most: longest.reply }),
    );
    const answer = await ask<string>(conversation, {
      text: question,
      again: question,
      read(said) {
        const text = typed(said);
        return text !== "" && text.length <= longest.reply ? text : undefined;
      },
    });
    if (answer.kind !== "answer") return end(conversation, id, t("comment.said.stopped"));
    const done = await dialogue.external((outer) =>
      once(outer, "answer-comment", (database) => {
        const { person, now } = outer.reader;
        const cityZone = outer.services.city.timeZone;
        return answerComment(database, { by: person.id, now }, { id, text: answer.value, cityZone });
      }),
    );
    if (done.kind === "forbidden") return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    return end(conversation, id, t(done.value ? "comment.said.answered" : "comment.said.not_shown"));
  },
);

async function end(conversation: Conversation, id: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async (outer) => {
    const { text, keyboard } = await shownOneView(outer, { id, page: 0 }, said);
    return { text: String(text), keyboard };
  });
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
