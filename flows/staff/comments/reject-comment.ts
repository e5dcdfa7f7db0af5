import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { longest } from "../../../bot/voices/comments/comment.ts";
import { decideComment } from "../../../bot/voices/comments/moderate-store.ts";
import { Html, html } from "../../../bot/words/html.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { moderateView, queueView } from "./view.ts";

/** Whoever moderates rejects a comment for a reason of their own, which its author reads as it is. */
export const rejectInOwnWords = defineDialogue(
  "reject-comment",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const words = await askLine(conversation, {
      question: t("comment.ask.own_reason", { most: longest.reply }),
      longest: longest.reply,
      canGoBack: false,
    });
    const view = await dialogue.external(async (outer) => {
      const shown = await finish();
      return { text: String(shown.text), keyboard: shown.keyboard };

      async function finish() {
        if (words.kind !== "answer") return moderateView(outer, id, { said: t("comment.said.stopped") });
        const decision = { kind: "reject", reason: "own", ownWords: words.value } as const;
        const decided = await once(outer, "decide-comment", (database) => {
          const { person, now } = outer.reader;
          const cityZone = outer.services.city.timeZone;
          return decideComment(database, { by: person.id, now }, { id, decision, cityZone });
        });
        if (decided.kind === "forbidden") return { text: html`${t("staff.not_open")}`, keyboard: [] };
        return queueView(outer, 0, t(`comment.said.${decided.value}`));
      }
    });
    await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
  },
);
