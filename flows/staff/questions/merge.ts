import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { findOthers } from "../../../bot/questions/find-store.ts";
import { mergeQuestion } from "../../../bot/questions/guide-store.ts";
import { rankAlike } from "../../../bot/questions/rank-alike.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { endWith } from "../../kit/steps/end-with.ts";
import { findGuidedQuestion, guideView } from "./views.ts";

interface Other {
  id: number;
  text: string;
}

/** Staff merges a question into another that asks the same: which → sure? → its voices count there. */
export const mergeQuestions = defineDialogue(
  "merge-question",
  { version: 1 },
  async (conversation: Conversation, id: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const end = (said: string, shown = id) => endWith(conversation, (outer) => guideView(outer, shown, said));
    const text = await dialogue.external(async (outer) => (await findGuidedQuestion(outer, id))?.question.text ?? null);
    if (text === null) return end(t("staff.not_open"));
    const into = await askOther(conversation, { id, text });
    if (into.kind !== "answer") return end(t("question.staff.said.stopped"));
    const merged = await dialogue.external((outer) =>
      once(outer, "merge-question", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return mergeQuestion(database, actor, { id, intoId: into.value });
      }),
    );
    if (merged.kind === "forbidden") return end(t("staff.not_open"));
    return merged.value ? end(t("question.staff.said.merged"), into.value) : end(t("question.staff.said.late"));
  },
);

/** Asks for the other question until one is chosen and agreed to; words that are typed look for others. */
async function askOther(conversation: Conversation, { id, text }: Other): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const question = joinLines(html`<blockquote>${text}</blockquote>`, t("question.staff.ask_merge"));
  let words = text;
  for (;;) {
    const others = await findAlike(conversation, id, words);
    const chosen = await ask<Other | string>(conversation, {
      text: others.length === 0 ? html`${t("question.staff.no_other")}` : question,
      again: question,
      choices: others.map((one): Choice<Other | string>[] => [{ label: one.text, value: one }]),
      read: (said) => typed(said) || undefined,
    });
    if (chosen.kind !== "answer") return chosen;
    if (typeof chosen.value === "string") {
      words = chosen.value;
      continue;
    }
    const { id: otherId, text: otherText } = chosen.value;
    const sure = joinLines(
      html`<blockquote>${text}</blockquote>`,
      t("question.staff.ask_merge_sure"),
      html`<blockquote>${otherText}</blockquote>`,
    );
    const agreed = await ask<number>(conversation, {
      text: sure,
      again: sure,
      choices: [[{ label: t("question.staff.merge_yes"), value: otherId }]],
      canGoBack: true,
    });
    if (agreed.kind !== "back") return agreed;
  }
}

const findAlike = ({ dialogue }: Conversation, id: number, words: string): Promise<Other[]> =>
  dialogue.external(async (outer) => {
    const found = await findGuidedQuestion(outer, id);
    if (found === null) return [];
    return rankAlike(words, await findOthers(outer.services.database, found.question));
  });
