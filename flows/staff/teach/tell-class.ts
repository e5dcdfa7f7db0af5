import { writeClassMessage } from "../../../bot/announcements/words.ts";
import { tellGroup } from "../../../bot/classes/teaching/message-class-store.ts";
import type { Content } from "../../../bot/delivery/content.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { chatIdOf } from "../../../bot/doors/telegram/screen/show.ts";
import { sendContent } from "../../../bot/doors/telegram/sending/content-calls.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askContent } from "../../kit/ask/ask-content.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { taughtGroupCallback } from "./callbacks.ts";
import { type OpenGroup, openGroup } from "./open-group.ts";

/** A message to a class: what → as they will see it, and how many they are → sent. */
export const tellClassOf = defineDialogue(
  "tell-class",
  { version: 2 },
  async (conversation: Conversation, groupId: number): Promise<void> => {
    const { dialogue } = conversation;
    const { t } = conversation.ctx.reader;
    const group = await openGroup(dialogue, groupId);
    if (group === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
    const keyboard = [[button(t("teach.button.group"), taughtGroupCallback.data(groupId))]];
    const content = group.people === 0 ? null : await compose(conversation, group);
    if (content === null) {
      const text = html`${t(group.people === 0 ? "teach.tell.nobody" : "teach.stopped")}`;
      return void (await say(conversation, { text, keyboard }));
    }
    const sent = await dialogue.external((outer) =>
      once(outer, "tell-class", (database) => {
        const { person, now } = outer.reader;
        return tellGroup(database, { by: person.id, now }, { groupId, content });
      }),
    );
    const text = sent.kind === "forbidden" ? t("staff.not_open") : t("teach.tell.sent", { count: sent.value });
    await say(conversation, { text: html`${text}`, keyboard });
  },
);

/** Asks until the words are right; null: it is not to be sent. */
async function compose(conversation: Conversation, { title, people }: OpenGroup): Promise<Content | null> {
  const { ctx } = conversation;
  const { t } = ctx.reader;
  for (;;) {
    const given = await askContent(conversation, {
      text: t.html("teach.tell.what", { title: html`<b>${title}</b>` }),
    });
    if (given.kind !== "answer" || given.value.kind !== "content") return null;
    const { content } = given.value;
    // What Telegram would refuse is refused here, before anybody gets it.
    const shown = writeClassMessage({ content, titles: { [t.language]: title } }, t);
    await sendContent(ctx.api.raw, { chat_id: chatIdOf(ctx) }, shown, undefined);
    const question = html`${t("teach.tell.sure", { count: people })}`;
    const sure = await ask<"send">(conversation, {
      text: question,
      again: question,
      choices: [[{ label: t("teach.tell.send", { count: people }), value: "send" }]],
      canGoBack: true,
    });
    if (sure.kind !== "back") return sure.kind === "answer" ? content : null;
  }
}
