import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { answerQuestion } from "../../../bot/questions/guide-store.ts";
import { isAnswerable, longest } from "../../../bot/questions/question.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { endWith } from "../../kit/steps/end-with.ts";
import { findGuidedQuestion, guideView } from "./views.ts";

/** Staff answers a question in writing → told to whoever asked and voted, and shown beside the recording. */
export const answerGuestQuestion = defineDialogue(
  "answer-guest-question",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const end = (said: string) => endWith(conversation, (outer) => guideView(outer, id, said));
    const question = await dialogue.external(async (outer) => {
      const found = await findGuidedQuestion(outer, id);
      return found && { text: found.question.text, isAnswerable: isAnswerable(found.question) };
    });
    if (question === null) return end(t("staff.not_open"));
    if (!question.isAnswerable) return end(t("question.staff.said.late"));
    const answer = await ask<string>(conversation, {
      text: joinLines(html`<blockquote>${question.text}</blockquote>`, t("question.staff.ask_answer")),
      again: html`${t("question.staff.ask_answer_again", { most: longest.answer })}`,
      read(said) {
        const text = typed(said).trim();
        return text !== "" && text.length <= longest.answer ? text : undefined;
      },
    });
    if (answer.kind !== "answer") return end(t("question.staff.said.stopped"));
    const done = await dialogue.external((outer) =>
      once(outer, "answer-question", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return answerQuestion(database, actor, { id, answer: answer.value });
      }),
    );
    if (done.kind === "forbidden") return end(t("staff.not_open"));
    return end(t(`question.staff.said.${done.value ? "answered" : "late"}`));
  },
);
