import type { BotContext } from "../../../bot/context.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { readContent } from "../../../bot/doors/telegram/sending/content.ts";
import { answerThread } from "../../../bot/threads/answer-store.ts";
import { Html, html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { misfit } from "../../threads/write-to-staff.ts";
import { findOpen, threadView } from "./thread-view.ts";

/** Staff answers a resident: what → sent, with the name of who wrote it. */
export const answerResident = defineDialogue(
  "answer-resident",
  { version: 1 },
  async (conversation: Conversation, threadId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const resident = await dialogue.external(async (outer) => {
      const head = await findOpen(outer, threadId);
      return head && { name: head.name, language: head.language };
    });
    if (resident === null) return void (await say(conversation, { text: html`${t("thread.missing")}` }));
    const { name } = resident;
    const question = html`${t("thread.ask.answer", { name, language: t(`language.name.${resident.language}`) })}`;
    for (let text = question; ; ) {
      const given = await ask<Content>(conversation, {
        text,
        again: html`${t("thread.again")}`,
        read: ({ message }) => (message && readContent(message)) ?? undefined,
      });
      if (given.kind !== "answer") return end(conversation, threadId, t("thread.answer_stopped"));
      const unfit = misfit(conversation, given.value);
      if (unfit !== null) {
        text = unfit;
        continue;
      }
      const sent = await dialogue.external((outer) => answer(outer, threadId, given.value));
      return end(conversation, threadId, t(sent.kind === "done" ? "thread.answered" : "staff.not_open"));
    }
  },
);

const answer = (ctx: BotContext, threadId: number, content: Content) =>
  once(
    ctx,
    "answer-resident",
    (database) => {
      const { person, now } = ctx.reader;
      const cityZone = ctx.services.city.timeZone;
      return answerThread(database, { by: person.id, now }, { threadId, content, cityZone });
    },
    ({ kind }) => kind === "done",
  );

/** Ends with the thread as it is now. */
async function end(conversation: Conversation, threadId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async (outer) => {
    const head = await findOpen(outer, threadId);
    if (head === null) return null;
    const { text, keyboard } = await threadView(outer, head, { page: 0, said });
    return { text: String(text), keyboard };
  });
  if (view === null) return void (await say(conversation, { text: html`${said}` }));
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
