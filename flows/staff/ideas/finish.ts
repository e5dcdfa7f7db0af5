import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { answerIdea, findLinked, linkable } from "../../../bot/ideas/answer-store.ts";
import { findIdea } from "../../../bot/ideas/find-store.ts";
import { longest, type Made } from "../../../bot/ideas/idea.ts";
import { parseCameOf } from "../../../bot/ideas/parse-came-of.ts";
import { html } from "../../../bot/words/html.ts";
import { ask, type Choice } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { endWithIdea } from "./end.ts";

/** What came of an idea, as it is told. */
interface Came {
  made: Made | null;
  answer: string | null;
}

/** Staff says that an idea is done: what came of it, by a link, a sentence or both → told to its author and supporters. */
export const finishIdea = defineDialogue(
  "finish-idea",
  { version: 1 },
  async (conversation: Conversation, ideaId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const known = await dialogue.external(async ({ services, reader }) => {
      const idea = await findIdea(services.database, ideaId, reader.now, { seesDrafts: true });
      return idea?.made ?? null;
    });
    const choices: Choice<string>[][] = [
      ...(known === null
        ? []
        : [[{ label: t("idea.staff.by_made", { what: t(`idea.staff.kind.${known.kind}`) }), value: "" }]]),
      ...(known === null ? [[{ label: t("idea.staff.without"), value: "" }]] : []),
    ];
    let question = html`${t("idea.staff.ask_finish")}`;
    for (;;) {
      const said = await ask<string>(conversation, {
        text: question,
        choices,
        again: html`${t("idea.staff.ask_finish_again", { most: longest.answer })}`,
        read(answer) {
          const text = typed(answer);
          return text !== "" && parseCameOf(text).sentence.length <= longest.answer ? text : undefined;
        },
      });
      if (said.kind !== "answer") return endWithIdea(conversation, ideaId, t("idea.staff.said.stopped"));
      const came = await dialogue.external((outer) => cameOf(outer, said.value, known));
      if (came === null) {
        question = html`${t("idea.staff.no_such")}`;
        continue;
      }
      const finished = await dialogue.external((outer) =>
        once(outer, "finish-idea", (database) => {
          const actor = { by: outer.reader.person.id, now: outer.reader.now };
          return answerIdea(database, actor, ideaId, { to: "done", ...came });
        }),
      );
      if (finished.kind === "forbidden") return endWithIdea(conversation, ideaId, t("staff.not_open"));
      return endWithIdea(conversation, ideaId, t(`idea.staff.said.${finished.value ? "done" : "late"}`));
    }
  },
);

/** What a text says that came of an idea; null: it links to nothing that there is. Without a link that is what was made of it. */
async function cameOf({ services }: BotContext, text: string, known: Made | null): Promise<Came | null> {
  const { link, sentence } = parseCameOf(text);
  const answer = sentence === "" ? null : sentence;
  if (link === null) return { made: known, answer };
  if (link === "unknown") return null;
  const kind = linkable.find((each) => each === link.kind);
  if (kind === undefined || !("id" in link)) return null;
  const made = await findLinked(services.database, { kind, id: link.id });
  return made && { made, answer };
}
