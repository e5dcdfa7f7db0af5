import { html } from "../../../bot/words/html.ts";
import { type Conversation, typed } from "../conversation.ts";
import type { Answer } from "../steps/answer.ts";
import { ask, type Choice } from "./ask.ts";

export interface LineQuestion<None> {
  question: string;
  /** Said when it is empty or too long. Default: the question. */
  again?: string;
  /** Characters, at most. */
  longest: number;
  /** The line that stands there now, and may stay. */
  old?: string;
  /** The button that leaves it out, as null. */
  without?: Choice<None>;
  canGoBack: boolean;
}

/** Asks for one line: a title, a name, an address. */
export function askLine<None extends null = never>(
  conversation: Conversation,
  { question, again = question, longest, old, without, canGoBack }: LineQuestion<None>,
): Promise<Answer<string | None>> {
  const keep = old === undefined ? [] : [{ label: conversation.ctx.reader.t("programme.button.keep"), value: old }];
  return ask<string | None>(conversation, {
    text: old === undefined ? html`${question}` : html`${question}\n\n<blockquote>${old}</blockquote>`,
    again: html`${again}`,
    choices: [[...keep, ...(without ? [without] : [])]],
    read(said) {
      const line = typed(said).replace(/\s+/gu, " ");
      return line !== "" && line.length <= longest ? line : undefined;
    },
    canGoBack,
  });
}
