import { addMaterial } from "../../../bot/classes/materials/material-store.ts";
import { guessTitle, longestTitle, writeHandout } from "../../../bot/classes/materials/words.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askContent } from "../../kit/ask/ask-content.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered } from "../../kit/steps/answer.ts";
import { retire, say } from "../../kit/steps/dialogue-message.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { taughtMaterialsCallback } from "./callbacks.ts";
import { type OpenGroup, openGroup } from "./open-group.ts";

interface Draft {
  content?: Content;
  /** What the content itself says that it is called. */
  guess?: string | null;
  title?: string;
  /** Null: for the class as a whole. */
  lessonId?: number | null;
  isSure?: true;
}

/** Gives a class something to keep: what → what it is called → of which lesson → sent. */
export const addMaterialTo = defineDialogue(
  "add-material",
  { version: 2 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const group = await openGroup(dialogue, groupId);
    if (group === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const asked = await walk<Draft>({}, [
      { ask: () => askWhat(conversation, group) },
      { ask: ({ guess }) => askTitle(conversation, guess ?? null) },
      { isNeeded: () => group.lessons.length > 0, ask: () => askLesson(conversation, group) },
      { ask: ({ content }) => askSure(conversation, group, content) },
    ]);
    const keyboard = [[button(t("material.button"), taughtMaterialsCallback.data({ id: groupId, page: 0 }))]];
    const { content, title, lessonId = null } = asked.kind === "answer" ? asked.value : {};
    if (content === undefined || title === undefined) {
      return void (await say(conversation, { text: html`${t("teach.stopped")}`, keyboard }));
    }
    const added = await dialogue.external((outer) =>
      once(outer, "add-material", (database) => {
        const { person, now } = outer.reader;
        return addMaterial(database, { by: person.id, now }, { groupId, lessonId, title, content });
      }),
    );
    const text =
      added.kind === "forbidden" ? t("staff.not_open") : t("teach.material.added", { count: added.value.count });
    await say(conversation, { text: html`${text}`, keyboard });
  },
);

async function askWhat(conversation: Conversation, { title }: OpenGroup): Promise<Answer<Draft>> {
  const text = conversation.ctx.reader.t.html("teach.material.what", { title: html`<b>${title}</b>` });
  const given = await askContent(conversation, { text });
  if (given.kind !== "answer") return given;
  if (given.value.kind !== "content") return { kind: "cancelled" };
  const { content, fileName } = given.value;
  const guess = guessTitle(content) ?? (fileName === null ? null : cutAtWord(fileName, longestTitle));
  return answered({ content, guess });
}

async function askTitle(conversation: Conversation, guess: string | null): Promise<Answer<Draft>> {
  const { t } = conversation.ctx.reader;
  const question = guess === null ? t("teach.material.title") : t("teach.material.title_or", { title: guess });
  const answer = await ask<string>(conversation, {
    text: html`${question}`,
    again: html`${t("teach.material.title_again", { most: longestTitle })}`,
    choices: guess === null ? [] : [[{ label: t("teach.material.title_as_is"), value: guess }]],
    read: ({ message }) => {
      const title = message?.text?.trim() ?? "";
      return title.length > 0 && title.length <= longestTitle ? title : undefined;
    },
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ title: answer.value }) : answer;
}

async function askLesson(conversation: Conversation, { lessons }: OpenGroup): Promise<Answer<Draft>> {
  const { t } = conversation.ctx.reader;
  const answer = await ask<number | null>(conversation, {
    text: html`${t("teach.material.lesson")}`,
    again: html`${t("teach.material.lesson")}`,
    choices: [
      ...lessons.map(({ lessonId, label }) => [{ label, value: lessonId }]),
      [{ label: t("teach.material.whole_class"), value: null }],
    ],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ lessonId: answer.value }) : answer;
}

/** Shows it as the class will have it; what Telegram would refuse is refused here, before anybody gets it. */
async function askSure(
  conversation: Conversation,
  { title, people }: OpenGroup,
  content: Content | undefined,
): Promise<Answer<Draft>> {
  const { ctx } = conversation;
  const { t } = ctx.reader;
  if (content !== undefined) {
    // The question is to stand below it.
    await retire(conversation);
    await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx) }, writeHandout({ content, course: title }, t), undefined);
  }
  const question = html`${t("teach.tell.sure", { count: people })}`;
  const answer = await ask<true>(conversation, {
    text: question,
    again: question,
    choices: [[{ label: t("teach.tell.send", { count: people }), value: true }]],
    canGoBack: true,
  });
  return answer.kind === "answer" ? answered({ isSure: true }) : answer;
}
