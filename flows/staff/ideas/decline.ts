import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { answerIdea } from "../../../bot/ideas/answer-store.ts";
import { longest } from "../../../bot/ideas/idea.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { endWithIdea } from "./end.ts";

/** Staff declines an idea: why → told to its author and supporters. */
export const declineIdea = defineDialogue(
  "decline-idea",
  { version: 1 },
  async (conversation: Conversation, ideaId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const reason = await askLine(conversation, {
      question: t("idea.staff.ask_reason", { most: longest.answer }),
      longest: longest.answer,
      canGoBack: false,
    });
    if (reason.kind !== "answer") return endWithIdea(conversation, ideaId, t("idea.staff.said.stopped"));
    const declined = await conversation.dialogue.external((outer) =>
      once(outer, "decline-idea", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return answerIdea(database, actor, ideaId, { to: "declined", answer: reason.value });
      }),
    );
    if (declined.kind === "forbidden") return endWithIdea(conversation, ideaId, t("staff.not_open"));
    return endWithIdea(conversation, ideaId, t(`idea.staff.said.${declined.value ? "declined" : "late"}`));
  },
);
