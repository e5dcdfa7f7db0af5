import type { DaySpan } from "../../../bot/when/parse/parse-days.ts";
import { html } from "../../../bot/words/html.ts";
import { inZone } from "../../../bot/words/time/local-time.ts";
import type { Conversation } from "../conversation.ts";
import type { Answer } from "../steps/answer.ts";
import { meant } from "../steps/understand.ts";
import { formatUnused } from "../steps/unused.ts";
import { ask, type Choice } from "./ask.ts";

/** Asks for days that have been: typed from and to, a month or a year; or one of the usual ones. */
export async function askDays(conversation: Conversation, question: string): Promise<Answer<DaySpan>> {
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
    text: html`${question}`,
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
