import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { changeRules, findRules } from "../../../bot/voices/comments/rules-store.ts";
import { parseWords, wordLimits } from "../../../bot/voices/comments/text-rules.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { rulesView } from "./view.ts";

/** Changes the words that hold a comment back: the whole list anew, with the present one to copy. */
export const changeHeldWords = defineDialogue(
  "held-words",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const now = await dialogue.external(async ({ services }) => (await findRules(services.database)).heldWords);
    const list = now.join(", ");
    const words = await ask<string[]>(conversation, {
      text: joinLines(
        t("comment.ask.words"),
        now.length === 0 ? null : html`\n${t("comment.ask.words_now", { list: list.slice(0, 2_000).toWellFormed() })}`,
      ),
      again: html`${t("comment.ask.words_again", { most: wordLimits.most })}`,
      ...(list !== "" && { copied: list }),
      choices: [[{ label: t("comment.button.no_words"), value: [] }]],
      read: (said) => parseWords(typed(said)) ?? undefined,
    });
    const view = await dialogue.external(async (outer) => {
      const shown = await finish();
      return { text: String(shown.text), keyboard: shown.keyboard };

      async function finish() {
        if (words.kind !== "answer") return rulesView(outer, t("comment.said.stopped"));
        const changed = await once(outer, "held-words", (database) =>
          changeRules(database, { by: outer.reader.person.id, now: outer.reader.now }, { heldWords: words.value }),
        );
        if (changed.kind === "forbidden") return { text: html`${t("staff.not_open")}`, keyboard: [] };
        return rulesView(outer, t("comment.said.rules"));
      }
    });
    await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
  },
);
