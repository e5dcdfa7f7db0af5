import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { isAppealable, longest } from "../../bot/voices/comments/comment.ts";
import { appeal } from "../../bot/voices/comments/write-store.ts";
import { html } from "../../bot/words/html.ts";
import { menuView } from "../account/menu.ts";
import { ask } from "../kit/ask/ask.ts";
import { type Conversation, typed } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { findSeen } from "./comments-view.ts";

/** The author of a rejected comment says why it should stand after all, once. */
export const appealComment = defineDialogue(
  "appeal-comment",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue, ctx } = conversation;
    const { t } = ctx.reader;
    const isOpen = await dialogue.external(async (outer) => {
      const comment = await findSeen(outer, id);
      return comment !== null && comment.personId === outer.reader.person.id && isAppealable(comment);
    });
    if (!isOpen) return end(conversation, t("comment.said.not_appealable"));
    const why = await ask<string>(conversation, {
      text: html`${t("comment.ask.appeal")}`,
      again: html`${t("comment.ask.appeal_again", { most: longest.reply })}`,
      read(said) {
        const text = typed(said);
        return /\p{L}{2}/u.test(text) && text.length <= longest.reply ? text : undefined;
      },
    });
    if (why.kind !== "answer") return end(conversation, t("comment.said.stopped"));
    const isAppealed = await dialogue.external((outer) =>
      once(outer, "appeal-comment", (database) =>
        appeal(database, { id, personId: outer.reader.person.id, text: why.value, now: outer.reader.now }),
      ),
    );
    return end(conversation, t(isAppealed ? "comment.said.appealed" : "comment.said.not_appealable"));
  },
);

const end = async (conversation: Conversation, said: string): Promise<void> => {
  await say(conversation, menuView(conversation.ctx.reader.t, html`${said}`));
};
