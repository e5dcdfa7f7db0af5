import type { Html } from "../../../../bot/words/html.ts";
import { html } from "../../../../bot/words/html.ts";
import { ask } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";

export interface WordsQuestion {
  text: Html;
  /** In characters. */
  longest: number;
  /** The label of the button that leaves it empty; without one something has to be written. */
  skip?: string;
  /** Default false: one line. */
  hasLines?: boolean;
  canGoBack?: boolean;
}

/** Asks for a text as people write it; null: it was left empty. */
export function askWords(
  conversation: Conversation,
  { text, longest, skip, hasLines = false, canGoBack = false }: WordsQuestion,
): Promise<Answer<string | null>> {
  return ask<string | null>(conversation, {
    text,
    canGoBack,
    ...(skip !== undefined && { choices: [[{ label: skip, value: null }]] }),
    read({ message }) {
      const tidied = tidy(message?.text ?? "", hasLines);
      return tidied.length > 0 && tidied.length <= longest ? tidied : undefined;
    },
    again({ message, reader: { t } }) {
      const { length } = tidy(message?.text ?? "", hasLines);
      return html`${length > longest ? t("class_edit.too_long", { length, longest }) : t("class_edit.write_it")}`;
    },
  });
}

/** Without what nobody sees, and with one empty line at most. */
function tidy(text: string, hasLines: boolean): string {
  const clean = text
    .normalize("NFC")
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, " ");
  return (hasLines ? clean.replace(/[^\S\n]+/g, " ").replace(/\n{3,}/g, "\n\n") : clean.replace(/\s+/g, " ")).trim();
}
