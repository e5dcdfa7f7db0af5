import { saveRecording } from "../../../bot/classes/materials/recording-store.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { parseTypedAddress } from "../../../bot/net/web-address.ts";
import { html } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askText } from "../../kit/steps/ask-text.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { recordingCallback } from "./callbacks.ts";

const parseRecordingUrl = (text: string): string | undefined =>
  text.length <= 1_000 ? parseTypedAddress(text) : undefined;

/** Asks for the address of a lesson's recording and gives it to those who learn there. */
export const giveRecording = defineDialogue(
  "give-recording",
  { version: 1 },
  async (conversation: Conversation, lessonId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const answer = await askText(conversation, {
      text: html`${t("teach.recording.ask")}`,
      again: html`${t("teach.recording.ask_again")}`,
      accept: (text) => parseRecordingUrl(text) !== undefined,
    });
    const keyboard = [[button(t("button.back"), recordingCallback.data(lessonId))]];
    if (answer.kind !== "answer") {
      await say(conversation, { text: html`${t("teach.stopped")}`, keyboard });
      return;
    }
    const url = parseRecordingUrl(answer.value) ?? answer.value;
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
