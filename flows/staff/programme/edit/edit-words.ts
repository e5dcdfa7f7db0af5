import { setTexts } from "../../../../bot/programme/editing/changes/change-event-store.ts";
import type { EventWords } from "../../../../bot/programme/event.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Language } from "../../../../bot/words/language.ts";
import { ask } from "../../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, mapAnswer } from "../../../kit/steps/answer.ts";
import { longestBody, longestTitle } from "../ask/ask-words.ts";
import type { Plan, Write } from "./edit.ts";
import { mainLanguage, type Seen } from "./event-under-edit.ts";

export type TextRow = Seen["event"]["texts"][number];
export type TextPart = "title" | "who" | "body";

/** TextRow as they are written anew: what is empty is left out. */
export function wordsOf({ title, ...parts }: Omit<TextRow, "language">): EventWords {
  const said = Object.entries(parts).filter(([, value]) => value !== null && value !== "");
  return { title, ...Object.fromEntries(said) };
}

/** One part of the words, in the language that the editor reads first. */
export const planPart =
  (part: TextPart): Plan =>
  (conversation, seen) =>
    changePart(conversation, seen, mainLanguage(seen, conversation.ctx.reader.t.language), part);

/** Asks for a part of the words of a language that the event has, and writes that part alone. */
export async function changePart(
  conversation: Conversation,
  { event }: Seen,
  language: Language,
  part: TextPart,
): Promise<Answer<Write>> {
  const old = event.texts.find((text) => text.language === language);
  if (old === undefined) throw new Error("a part is changed of words that are there");
  const answer = await askPart(conversation, { language, part, old: old[part] });
  return mapAnswer(answer, (value): Write => {
    const { language: _, ...words } = old;
    return (...args) => setTexts(...args, { language, words: wordsOf({ ...words, [part]: value }) });
  });
}

interface PartQuestion {
  language: Language;
  part: TextPart;
  /** What stands there, to be copied and changed. */
  old?: string | null;
  /** The text in a language that is there, to be read beside the new one. */
  source?: string | null;
}

/** A part of the words: typed, or left out; the title is never left out. */
export function askPart(
  conversation: Conversation,
  { language, part, old = null, source = null }: PartQuestion,
): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  const longest = part === "body" ? longestBody : longestTitle;
  const beside = source ?? old;
  const none = old === null ? t("programme.button.skip") : t("programme.button.without");
  return ask<string | null>(conversation, {
    text: joinLines(
      html`<b>${t(`language.name.${language}`)}</b>`,
      t(`programme.ask.part.${part}`),
      beside === null || beside === "" ? null : html`\n<blockquote>${beside}</blockquote>`,
    ),
    again: html`${t("programme.again.body", { longest })}`,
    choices: part === "title" ? [] : [[{ label: none, value: null }]],
    ...(old !== null && old !== "" && { copied: old }),
    read: (said) => (typed(said) !== "" && typed(said).length <= longest ? typed(said) : undefined),
  });
}
