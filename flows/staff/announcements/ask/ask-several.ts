import type { Condition } from "../../../../bot/announcements/audience/audience.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask, type Choice } from "../../../kit/steps/ask.ts";

/** How many there would be with that condition, in words. */
export type Count = (condition: Condition) => Promise<string>;

/** Asks for one or more of a few, each switched on and off, with the number of people that there would be. */
export async function askSeveral<T extends string>(
  conversation: Conversation,
  question: {
    all: readonly T[];
    label: (one: T) => string;
    condition: (some: T[]) => Condition;
    count: Count;
  },
): Promise<Answer<Condition>> {
  const { t } = conversation.ctx.reader;
  const { all, label, condition, count } = question;
  for (let chosen: T[] = []; ; ) {
    const said = chosen.length === 0 ? null : await count(condition(chosen));
    const switches = all.map((one): Choice<T | null> => {
      const name = label(one);
      return { label: chosen.includes(one) ? t("button.chosen", { label: name }) : name, value: one };
    });
    const answer = await ask<T | null>(conversation, {
      text: joinLines(t("announce.audience.ask_several"), said === null ? null : html`\n<b>${said}</b>`),
      choices: [
        ...inRows(switches),
        ...(chosen.length > 0 ? [[{ label: t("announce.audience.done"), value: null }]] : []),
      ],
      again: html`${t("announce.again")}`,
      canGoBack: true,
    });
    if (answer.kind !== "answer") return answer;
    const pressed = answer.value;
    if (pressed === null) return answered(condition(chosen));
    chosen = chosen.includes(pressed) ? chosen.filter((one) => one !== pressed) : [...chosen, pressed];
  }
}

const inRows = <T>(choices: readonly T[]): T[][] =>
  choices.flatMap((_, index) => (index % 3 === 0 ? [choices.slice(index, index + 3)] : []));
