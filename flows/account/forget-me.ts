import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { sayFarewell } from "../../bot/doors/telegram/sending/farewell.ts";
import { erasing } from "../../bot/people/person-store.ts";
import { forget } from "../../bot/privacy/erase-store.ts";
import { countOwnTexts } from "../../bot/privacy/own-texts-store.ts";
import { html } from "../../bot/words/html.ts";
import { askText } from "../kit/ask/ask-text.ts";
import { choose } from "../kit/ask/choose.ts";
import type { Conversation } from "../kit/conversation.ts";
import { defineDialogue } from "../kit/dialogue.ts";
import { answered } from "../kit/steps/answer.ts";
import { say } from "../kit/steps/dialogue-message.ts";
import { toMenu } from "./menu.ts";

/** Erases a person: what becomes of the texts that everybody reads, where they have any → the word for it. */
export const forgetMe = defineDialogue(
  "forget-me",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { ctx } = conversation;
    const { t, person } = ctx.reader;
    const word = t("privacy.word");
    const texts = await conversation.dialogue.external(({ services }) => countOwnTexts(services.database, person.id));
    const stay =
      texts === 0
        ? answered(true)
        : await choose<boolean>(
            conversation,
            t("privacy.ask_texts", { count: texts }),
            [
              [{ label: t("privacy.button.texts_stay"), value: true }],
              [{ label: t("privacy.button.texts_go"), value: false }],
            ],
            false,
          );
    if (stay.kind !== "answer") return endKept(conversation);
    const answer = await askText(conversation, {
      text: html`${t("privacy.ask", { word })}`,
      again: html`${t("privacy.not_the_word", { word })}`,
      accept: (text) => text.trim().toLowerCase() === word,
    });
    if (answer.kind !== "answer") return endKept(conversation);
    await conversation.dialogue.external((outer) =>
      once(outer, erasing, async (database) => {
        await forget(database, person.id, outer.reader.now, stay.value ? "nameless" : "nothing");
        return { language: t.language };
      }),
    );
    await sayFarewell(ctx, t);
  },
);

async function endKept(conversation: Conversation): Promise<void> {
  const { t } = conversation.ctx.reader;
  await say(conversation, { text: html`${t("privacy.kept")}`, keyboard: [[toMenu(t)]] });
}
