import type { Position } from "../../../bot/programme/editing/institution-store.ts";
import { html } from "../../../bot/words/html.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";
import { ask, type Choice } from "../../kit/steps/ask.ts";

/** Characters of a name or an address: a line of a card. */
const longest = 150;

/** Asks for one line: a name, an address. `old` may stay; `without` is the button that leaves it out, as null. */
export function askLine<None extends null = never>(
  conversation: Conversation,
  { question, old, without, canGoBack }: { question: string; old?: string; without?: Choice<None>; canGoBack: boolean },
): Promise<Answer<string | None>> {
  const { t } = conversation.ctx.reader;
  const keep = old === undefined ? [] : [{ label: t("programme.button.keep"), value: old }];
  return ask<string | None>(conversation, {
    text: old === undefined ? html`${question}` : html`${question}\n\n<blockquote>${old}</blockquote>`,
    again: html`${t("institution.again.line", { longest })}`,
    choices: [[...keep, ...(without ? [without] : [])]],
    read: (said) => {
      const line = typed(said).replace(/\s+/gu, " ");
      return line !== "" && line.length <= longest ? line : undefined;
    },
    canGoBack,
  });
}

/** Asks for a shared location; null: none, where that is offered. */
export function askPosition<None extends null = never>(
  conversation: Conversation,
  { without, canGoBack }: { without?: Choice<None>; canGoBack: boolean },
): Promise<Answer<Position | None>> {
  const { t } = conversation.ctx.reader;
  return ask<Position | None>(conversation, {
    text: html`${t("institution.ask.place")}`,
    again: html`${t("institution.ask.place")}`,
    choices: without ? [[without]] : [],
    read: ({ message }) => {
      const at = message?.location ?? message?.venue?.location;
      return at && { latitude: at.latitude, longitude: at.longitude };
    },
    canGoBack,
  });
}
