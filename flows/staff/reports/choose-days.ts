import { button } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { formatDate } from "../../../bot/reports/plot/span-words.ts";
import type { DaySpan } from "../../../bot/when/parse/parse-days.ts";
import { html } from "../../../bot/words/html.ts";
import { inZone } from "../../../bot/words/time/local-time.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { ask, type Choice } from "../../kit/steps/ask.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { meant } from "../../kit/steps/understand.ts";
import { formatUnused } from "../../kit/steps/unused.ts";
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
    const days = await askDays(conversation);
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

async function askDays(conversation: Conversation): Promise<Answer<DaySpan>> {
  const { t } = conversation.ctx.reader;
  const { now, zone } = await conversation.dialogue.external(({ services, reader }) => ({
    now: reader.now.getTime(),
    zone: services.city.timeZone,
  }));
  const today = inZone(new Date(now), zone);
  const whole = (unit: "month" | "year", ago: number): DaySpan => {
    const start = today.startOf(unit).minus({ [unit]: ago });
    return { first: start.toISODate(), last: start.endOf(unit).toISODate() };
  };
  const choices: Choice<DaySpan>[][] = [
    [
      { label: t("numbers.days.this_month"), value: whole("month", 0) },
      { label: t("numbers.days.last_month"), value: whole("month", 1) },
    ],
    [
      { label: t("numbers.days.this_year"), value: whole("year", 0) },
      { label: t("numbers.days.last_year"), value: whole("year", 1) },
    ],
  ];
  return ask<DaySpan>(conversation, {
    text: html`${t("numbers.days.ask")}`,
    choices,
    readForeign: async ({ message }, readText) => {
      const text = message?.text ?? "";
      const said = await readText("days", text, { zone, now: new Date(now) }, "back");
      const unused = formatUnused(t, text, said.unused);
      if (said.kind === "days" && unused !== undefined) return { kind: "missing", text: unused };
      if (said.kind !== "days") return { kind: "missing", text: t(`numbers.days.unclear.${said.what}`) };
      const isToCome = said.first > today.toISODate();
      return isToCome
        ? { kind: "missing", text: t("numbers.days.to_come") }
        : meant({ first: said.first, last: said.last });
    },
    again: html`${t("numbers.days.unclear.nothing")}`,
  });
}
