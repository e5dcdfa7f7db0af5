import { type Audience, audiences } from "../../../../bot/programme/event.ts";
import { html } from "../../../../bot/words/html.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask, type Choice } from "../../../kit/steps/ask.ts";

/** Asks whom a group is for, any number of them; everybody, the empty list, is one tap while nothing is chosen. */
export async function askAudiences(
  conversation: Conversation,
  { before = [], canGoBack }: { before?: readonly Audience[]; canGoBack: boolean },
): Promise<Answer<Audience[]>> {
  const { t } = conversation.ctx.reader;
  for (let chosen = [...before]; ; ) {
    const choice = (audience: Audience): Choice<Audience | null> => {
      const label = t(`audience.${audience}`);
      return { label: chosen.includes(audience) ? t("button.chosen", { label }) : label, value: audience };
    };
    const ready = { label: t(chosen.length === 0 ? "class_edit.everybody" : "class_edit.ready"), value: null };
    const answer: Answer<Audience | null> = await ask<Audience | null>(conversation, {
      text: html`${t("class_edit.ask.audience")}`,
      again: html`${t("class_edit.press")}`,
      choices: [...audiences.map((audience) => [choice(audience)]), [ready]],
      canGoBack,
    });
    if (answer.kind !== "answer") return answer;
    const { value } = answer;
    if (value === null) return answered(chosen);
    chosen = audiences.filter((one) => (one === value) !== chosen.includes(one));
  }
}

const usualAges = [
  [6, 12, 16],
  [18, 30, 55],
];

const oldest = 99;

/** Asks from what age on, in years; null: any age. */
export function askAge(conversation: Conversation, canGoBack: boolean): Promise<Answer<number | null>> {
  const { t } = conversation.ctx.reader;
  return ask<number | null>(conversation, {
    text: html`${t("class_edit.ask.age")}`,
    again: html`${t("class_edit.ask.age_again", { oldest })}`,
    choices: [
      [{ label: t("class_edit.any_age"), value: null }],
      ...usualAges.map((row) => row.map((age) => ({ label: t("group.age", { age }), value: age }))),
    ],
    read({ message }) {
      const age = Number(/^\s*(\d{1,2})\s*(?:\+\s*)?$/.exec(message?.text ?? "")?.[1] ?? 0);
      return age >= 1 && age <= oldest ? age : undefined;
    },
    canGoBack,
  });
}
