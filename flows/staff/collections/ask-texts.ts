import { type CollectionText, collectionLimits } from "../../../bot/collections/collection.ts";
import { html } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import { askLine } from "../../kit/ask/ask-line.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import type { Answer } from "../../kit/steps/answer.ts";

interface TextQuestion {
  /** The language that is asked for, where it is not that of the first text. */
  language?: Language;
  old?: string | null | undefined;
  canGoBack: boolean;
}

/** Asks what a collection is called; null: in this language it has no title of its own. */
export function askCollectionTitle(
  conversation: Conversation,
  { language, old, canGoBack }: TextQuestion,
): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  const longest = collectionLimits.title;
  const again = t("collection.edit.ask.title", { longest });
  const skip = { label: t("programme.button.skip"), value: null };
  return askLine<null>(conversation, {
    question:
      language === undefined ? again : t("collection.edit.ask.title_in", { language: t(`announce.in.${language}`) }),
    again,
    longest,
    ...(old ? { old } : {}),
    ...(language !== undefined && !old ? { without: skip } : {}),
    canGoBack,
  });
}

/** Asks what it is about; null: nothing is said. */
export function askSummary(
  conversation: Conversation,
  { language, old, canGoBack }: TextQuestion,
): Promise<Answer<CollectionText["summary"]>> {
  const { t } = conversation.ctx.reader;
  const longest = collectionLimits.summary;
  const first = t("collection.edit.ask.summary", { longest });
  const question =
    language === undefined ? first : t("collection.edit.ask.summary_in", { language: t(`announce.in.${language}`) });
  const keep = old ? [{ label: t("programme.button.keep"), value: old }] : [];
  return ask<string | null>(conversation, {
    text: old ? html`${question}\n\n<blockquote>${old}</blockquote>` : html`${question}`,
    again: html`${first}`,
    choices: [[...keep, { label: t("programme.button.skip"), value: null }]],
    read: (said) => (typed(said) !== "" && typed(said).length <= longest ? typed(said) : undefined),
    canGoBack,
  });
}
