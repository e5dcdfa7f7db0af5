import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { sayFarewell } from "../../bot/doors/telegram/sending/farewell.ts";
import { erasing } from "../../bot/people/person-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { type CommentsLeft, countShownOf } from "../../bot/voices/comments/forget-store.ts";
import { html } from "../../bot/words/html.ts";
import { askText } from "../kit/ask/ask-text.ts";
import { choose } from "../kit/ask/choose.ts";
import type { Conversation } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { toMenu } from "./menu.ts";

/** Erases a person after they said what becomes of their comments, where there are any, and typed the word for it. */
export const forgetMe = defineDialogue(
  "forget-me",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person } = ctx.reader;
    const comments = await conversation.dialogue.external(({ services }) => countShownOf(services.database, person.id));
    let left: CommentsLeft = "nothing";
    if (comments > 0) {
      const choices = (["nothing", "nameless"] as const).map((value) => [
        { label: t(`privacy.comments.${value}`), value },
      ]);
      const chosen = await choose(conversation, t("privacy.comments.ask", { count: comments }), choices, false);
      if (chosen.kind !== "answer") {
        await say(conversation, { text: html`${t("privacy.kept")}`, keyboard: [[toMenu(t)]] });
        return;
      }
      left = chosen.value;
    }
    const word = t("privacy.word");
    const answer = await askText(conversation, {
      text: html`${t("privacy.ask", { word })}`,
      again: html`${t("privacy.not_the_word", { word })}`,
      accept: (text) => text.trim().toLowerCase() === word,
    });
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("privacy.kept")}`, keyboard: [[toMenu(t)]] });
      return;
    }
    await conversation.dialogue.external((outer) =>
      once(outer, erasing, async (database) => {
        await forget(database, person.id, outer.reader.now, left);
        return { language: t.language };
      }),
    );
    await sayFarewell(ctx, t);
  },
);
