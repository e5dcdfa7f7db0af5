import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { formatDate } from "../../../bot/reports/plot/span-words.ts";
import { html } from "../../../bot/words/html.ts";
import { askDays } from "../../kit/ask/ask-days.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { numbersCallback, plotCallback } from "./callbacks.ts";

/** Asks for the days that numbers are about: typed from and to, a month or a year; or one of the usual ones. */
export const chooseDays = defineDialogue(
  "choose-days",
  { version: 1 },
  /** `data`: the button of what is shown now. */
  async (conversation: Conversation, data: string): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const state = plotCallback.read(data);
    const back = button(t("numbers.others"), numbersCallback.data(null));
    const days = await askDays(conversation, t("numbers.days.ask"));
    if (state === undefined || days.kind !== "answer") {
      await say(conversation, { text: html`${t("numbers.days.stopped")}`, keyboard: [[back]] });
      return;
    }
    const { first, last } = days.value;
    const said = t("numbers.dates", { first: formatDate(first, t), last: formatDate(last, t) });
    await say(conversation, {
      text: html`<b>${said}</b>`,
      keyboard: [
        [button(t(`numbers.subject.${state.subject}`), plotCallback.data({ ...state, period: days.value }))],
        [back],
      ],
    });
  },
);
