import { z } from "zod";
import type { Services } from "../context.ts";
import { nothing, type Renderer } from "../delivery/delivery.ts";
import { openCardData } from "../doors/telegram/screen/callbacks.ts";
import { button } from "../doors/telegram/screen/keyboard.ts";
import { html, joinLines } from "../words/html.ts";
import { questionsCallback } from "./callbacks.ts";
import { findQuestion, findQuestionStand } from "./find-store.ts";
import { findTalk } from "./talk-store.ts";
import { formatQuestion, formatTalk } from "./words.ts";

const payload = z.object({ questionId: z.int() });

/** Brings a written answer to whoever asked and to whoever voted for the question. */
export const renderers = ({ database }: Pick<Services, "database">): Record<string, Renderer> => ({
  async "question-answered"(delivery, recipient) {
    const { questionId } = payload.parse(delivery.payload);
    const { t } = recipient;
    const [question, { isAuthor }] = await Promise.all([
      findQuestion(database, questionId),
      findQuestionStand(database, questionId, delivery.personId),
    ]);
    if (question?.answer == null || question.state !== "answered") return nothing("there is no answer to tell");
    const talk = await findTalk(database, question.eventId, recipient.now);
    if (talk === null) return nothing("what it is about is not shown");
    return {
      kind: "message",
      text: joinLines(
        html`${t(`question.news.${isAuthor ? "own" : "supported"}`)}`,
        html`<b>${formatTalk(talk, t)}</b>`,
        "",
        formatQuestion(question, t),
      ),
      keyboard: [
        [button(t("question.button.list"), questionsCallback.data({ eventId: talk.eventId, page: 0 }))],
        [button(t("question.button.event"), openCardData(talk.occurrenceId))],
      ],
    };
  },
});
