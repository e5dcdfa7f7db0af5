import { setTexts } from "../../../../bot/programme/editing/change-event-store.ts";
import type { EventWords } from "../../../../bot/programme/event.ts";
import { html } from "../../../../bot/words/html.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import { type Conversation, typed } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { ask } from "../../../kit/steps/ask.ts";
import { choose } from "../../../kit/steps/choose.ts";
import { longestBody, longestTitle } from "../ask/ask-words.ts";
import type { Plan } from "./edit.ts";
import type { Seen } from "./event-under-edit.ts";

type Words = Seen["event"]["texts"][number];
const parts = ["title", "who", "body"] as const;

/** Words as they are written anew: what is empty is left out. */
export function wordsOf({ title, ...parts }: Omit<Words, "language">): EventWords {
  const said = Object.entries(parts).filter(([, value]) => value !== null && value !== "");
  return { title, ...Object.fromEntries(said) };
}

/** The words of a language, part by part; what is there may stay. A language may be taken away. */
export const planWords: Plan = async (conversation, { event }) => {
  const { t } = conversation.ctx.reader;
  const has = (language: Language) => event.texts.some((text) => text.language === language);
  const answer = await choose<{ language: Language; isDropped: boolean }>(
    conversation,
    t("programme.ask.language"),
    [
      languages.map((language) => {
        const label = t(`language.name.${language}`);
        return { label: has(language) ? t("button.chosen", { label }) : label, value: { language, isDropped: false } };
      }),
      ...(event.texts.length > 1
        ? event.texts.map(({ language }) => [
            {
              label: t("button.drop", { label: t(`language.name.${language}`) }),
              value: { language, isDropped: true },
            },
          ])
        : []),
    ],
    false,
  );
  if (answer.kind !== "answer") return answer;
  const { language, isDropped } = answer.value;
  if (isDropped) return answered((...args) => setTexts(...args, { language, words: null }));
  const old = event.texts.find((text) => text.language === language);
  const words = await askAllWords(conversation, language, old);
  if (words.kind !== "answer") return words;
  return answered((...args) => setTexts(...args, { language, words: words.value }));
};

async function askAllWords(
  conversation: Conversation,
  language: Language,
  old: Words | undefined,
): Promise<Answer<EventWords>> {
  const words: EventWords = {
    title: old?.title ?? "",
    ...(old?.summary && { summary: old.summary }),
    ...(old?.posterAlt && { posterAlt: old.posterAlt }),
  };
  for (const part of parts) {
    const answer = await askPart(conversation, { language, part }, old?.[part] ?? null);
    if (answer.kind !== "answer") return answer;
    if (answer.value !== null) words[part] = answer.value;
  }
  return answered(words);
}

/** A part of the words: typed anew, left as it is, or left out. */
function askPart(
  conversation: Conversation,
  { language, part }: { language: Language; part: (typeof parts)[number] },
  old: string | null,
): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  const longest = part === "body" ? longestBody : longestTitle;
  const question = html`<b>${t(`language.name.${language}`)}</b>\n${t(`programme.ask.part.${part}`)}`;
  const keep = old === null ? [] : [{ label: t("programme.button.keep"), value: old }];
  const none = part === "title" ? [] : [{ label: t("programme.button.without"), value: null }];
  return ask<string | null>(conversation, {
    text: old === null ? question : html`${question}\n\n<blockquote>${old.slice(0, 1000)}</blockquote>`,
    again: html`${t("programme.again.body", { longest })}`,
    choices: [[...keep, ...none]],
    read: (said) => (typed(said) !== "" && typed(said).length <= longest ? typed(said) : undefined),
  });
}
