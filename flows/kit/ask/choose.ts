import { html } from "../../../bot/words/html.ts";
import type { Conversation } from "../conversation.ts";
import type { Answer } from "../steps/answer.ts";
import { ask, type Choice } from "./ask.ts";

/** Asks with buttons alone; `leave` is the label of the way out where "cancel" could be taken for an answer. */
export async function choose<T>(
  conversation: Conversation,
  text: string,
  choices: readonly (readonly Choice<T>[])[],
  canGoBack: boolean,
  leave?: string,
): Promise<Answer<T>> {
  const question = html`${text}`;
  return ask<T>(conversation, {
    text: question,
    again: question,
    choices,
    canGoBack,
    ...(leave !== undefined && { leave }),
  });
}

/** Buttons side by side, so many in a row. */
export function inRows<T>(choices: readonly Choice<T>[], most: number): Choice<T>[][] {
  const laid: Choice<T>[][] = [];
  for (const choice of choices) {
    const last = laid.at(-1);
    if (last && last.length < most) last.push(choice);
    else laid.push([choice]);
  }
  return laid;
}
