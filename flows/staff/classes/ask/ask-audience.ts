import { type Audience, audiences } from "../../../../bot/programme/event.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { askSeveral } from "../../../kit/ask/ask-several.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";

/** Asks whom a group is for, any number of them; everybody, the empty list, is one tap while nothing is chosen. */
export function askAudiences(
  conversation: Conversation,
  { before = [], canGoBack }: { before?: readonly Audience[]; canGoBack: boolean },
): Promise<Answer<Audience[]>> {
  const { t } = conversation.ctx.reader;
  return askSeveral(conversation, {
    all: audiences,
    before,
    label: (audience) => t(`audience.${audience}`),
    text: () => html`${t("class_edit.ask.audience")}`,
    again: html`${t("class_edit.press")}`,
    ready: (chosen) => t(chosen.length === 0 ? "class_edit.everybody" : "class_edit.ready"),
    canGoBack,
  });
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
