import { saveRecording } from "../../../bot/classes/materials/recording-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { parseTypedAddress } from "../../../bot/net/web-address.ts";
import { html } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { recordingCallback } from "./callbacks.ts";

/** Characters of an address. */
const longest = 1_000;

function recordingUrl(text: string | undefined): string | undefined {
  const url = parseTypedAddress(text);
  return url !== undefined && url.length <= longest ? url : undefined;
}

/** Asks for the address of a lesson's recording and gives it to those who learn there. */
export const giveRecording = defineDialogue(
  "give-recording",
  { version: 2 },
  async (conversation: Conversation, lessonId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const answer = await ask<string>(conversation, {
      text: html`${t("teach.recording.ask")}`,
      again: html`${t("teach.recording.ask_again")}`,
      read: ({ message }) => recordingUrl(message?.text),
    });
    const keyboard = [[button(t("button.back"), recordingCallback.data(lessonId))]];
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("teach.stopped")}`, keyboard });
      return;
    }
    const url = answer.value;
    const saved = await conversation.dialogue.external((outer) =>
      once(outer, "give-recording", (database) => {
        const { person, now } = outer.reader;
        return saveRecording(database, { by: person.id, now }, { lessonId, url });
      }),
    );
    const text =
      saved.kind === "forbidden" ? t("staff.not_open") : t("teach.recording.saved", { count: saved.value.count });
    await say(conversation, { text: html`${text}`, keyboard });
  },
);
