import { guessLanguage } from "../../../../bot/programme/editing/extract/extract-traits.ts";
import { html } from "../../../../bot/words/html.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { choose } from "../../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";

/** Characters: what a card shows of a title, and of a description with room for the rest of Telegram's 4096. */
export const longestTitle = 200;
export const longestBody = 3_000;

export function askTitle(conversation: Conversation, canGoBack: boolean): Promise<Answer<string>> {
  const { t } = conversation.ctx.reader;
  return ask(conversation, {
    text: html`${t("programme.ask.title")}`,
    again: html`${t("programme.again.title", { longest: longestTitle })}`,
    read: (said) => oneLine(typed(said), longestTitle),
    canGoBack,
  });
}

/** Which language the words are in. */
export function askLanguage(conversation: Conversation, canGoBack: boolean): Promise<Answer<Language>> {
  const { t } = conversation.ctx.reader;
  const choices = languages.map((language) => ({ label: t(`language.name.${language}`), value: language }));
  return choose(conversation, t("programme.ask.language"), [choices], canGoBack);
}

/** "Концерт" is both Russian and Tatar: then it is what the editor speaks. */
export function languageOf(text: string, spoken: Language): Language {
  const guessed = guessLanguage(text);
  return guessed === "ru" && spoken === "tt" ? "tt" : guessed;
}

const oneLine = (text: string, longest: number): string | undefined => {
  const line = text.replace(/\s+/gu, " ");
  return line !== "" && line.length <= longest ? line : undefined;
};

/** What it is about; null: nothing is said. */
export function askBody(conversation: Conversation, canGoBack: boolean): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  return ask<string | null>(conversation, {
    text: html`${t("programme.ask.body")}`,
    again: html`${t("programme.again.body", { longest: longestBody })}`,
    choices: [[{ label: t("programme.button.skip"), value: null }]],
    read: (said) => (typed(said) !== "" && typed(said).length <= longestBody ? typed(said) : undefined),
    canGoBack,
  });
}
