import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { mergeIdea } from "../../../bot/ideas/answer-store.ts";
import { findIdea } from "../../../bot/ideas/find-store.ts";
import { isOpen } from "../../../bot/ideas/idea.ts";
import { findSimilar, makeTrigrams } from "../../../bot/ideas/similar-store.ts";
import { formatIdea } from "../../../bot/ideas/words.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { endWithIdea } from "./end.ts";

/** An idea that may be the same. */
interface Candidate {
  id: number;
  title: string;
}

/** Staff merges an idea into another: which, of those like it or found by words → sure → supporters of the first are asked. */
export const mergeIdeas = defineDialogue(
  "merge-idea",
  { version: 1 },
  async (conversation: Conversation, ideaId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const idea = await dialogue.external(async ({ services, reader }) => {
      const found = await findIdea(services.database, ideaId, reader.now);
      return found && { title: found.title, body: found.body, language: found.language };
    });
    if (idea === null) return endWithIdea(conversation, ideaId, t("idea.said.gone"));
    const into = await askOther(conversation, ideaId, idea);
    if (into.kind !== "answer") return endWithIdea(conversation, ideaId, t("idea.staff.said.stopped"));
    const merged = await dialogue.external((outer) =>
      once(outer, "merge-idea", (database) => {
        const actor = { by: outer.reader.person.id, now: outer.reader.now };
        return mergeIdea(database, actor, { ideaId, intoId: into.value });
      }),
    );
    if (merged.kind === "forbidden") return endWithIdea(conversation, ideaId, t("staff.not_open"));
    return endWithIdea(conversation, ideaId, t(`idea.staff.said.${merged.value ? "merged" : "late"}`));
  },
);

/** Asks for the other idea until one is chosen and agreed to. */
async function askOther(
  conversation: Conversation,
  ideaId: number,
  idea: { title: string; body: string; language: Language },
): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const question = html`${t("idea.staff.ask_merge", { title: idea.title })}`;
  let words = idea;
  for (;;) {
    const candidates = await findOpen(conversation, ideaId, words);
    const isMissing = candidates.length === 0 && words !== idea;
    const chosen = await ask<Candidate | string>(conversation, {
      text: isMissing ? html`${t("idea.staff.ask_merge_again")}` : question,
      again: question,
      choices: candidates.map((one): Choice<Candidate | string>[] => [{ label: one.title, value: one }]),
      read: (answer) => typed(answer) || undefined,
    });
    if (chosen.kind !== "answer") return chosen;
    if (typeof chosen.value === "string") {
      words = { ...idea, title: chosen.value, body: "" };
      continue;
    }
    const sure = await askSure(conversation, idea.title, chosen.value.id);
    if (sure.kind !== "back") return sure;
  }
}

/** Finds open ideas by the words of one that is written, or by words. */
const findOpen = (
  { dialogue }: Conversation,
  ideaId: number,
  words: { title: string; body: string; language: Language },
): Promise<Candidate[]> =>
  dialogue.external(async ({ services }) => {
    const trigrams = await makeTrigrams(services.database, words);
    const similar = await findSimilar(services.database, trigrams, { but: ideaId });
    return similar.filter(({ state }) => isOpen(state)).map(({ id, title }) => ({ id, title }));
  });

async function askSure(conversation: Conversation, title: string, otherId: number): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  const other = await conversation.dialogue.external(async ({ services, reader }) => {
    const found = await findIdea(services.database, otherId, reader.now);
    return found && String(formatIdea(found, reader));
  });
  if (other === null) return { kind: "back" };
  const text = joinLines(Html.trusted(other), "", html`<b>${t("idea.staff.ask_merge_sure", { title })}</b>`);
  return ask<number>(conversation, {
    text,
    again: text,
    choices: [[{ label: t("idea.staff.merge_yes"), value: otherId }]],
    canGoBack: true,
  });
}
