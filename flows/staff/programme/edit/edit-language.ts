import { setTexts } from "../../../../bot/programme/editing/changes/change-event-store.ts";
import { type Language, languages } from "../../../../bot/words/language.ts";
import { choose } from "../../../kit/ask/choose.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { type Answer, answered } from "../../../kit/steps/answer.ts";
import { confirm } from "../ask/pick-dates.ts";
import type { Plan, Write } from "./edit.ts";
import { askPart, changePart, type TextPart, wordsOf } from "./edit-words.ts";
import { mainLanguage, type Seen } from "./event-under-edit.ts";

const parts: readonly TextPart[] = ["title", "who", "body"];

/** Which language, and then as for that language. */
export const planWords: Plan = async (conversation, seen) => {
  const { t } = conversation.ctx.reader;
  const choices = languages.map((language) => ({ label: t(`language.name.${language}`), value: language }));
  const answer = await choose<Language>(conversation, t("programme.ask.language"), [choices], false);
  return answer.kind === "answer" ? planLanguage(answer.value)(conversation, seen) : answer;
};

/** The words of a language: one part of those that are there, or all that the event says in another one. */
export const planLanguage =
  (language: Language): Plan =>
  (conversation, seen) =>
    seen.event.texts.some((text) => text.language === language)
      ? planChange(conversation, seen, language)
      : planTranslation(conversation, seen, language);

async function planChange(conversation: Conversation, seen: Seen, language: Language): Promise<Answer<Write>> {
  const { t } = conversation.ctx.reader;
  const name = t(`language.name.${language}`);
  for (;;) {
    const what = await choose<TextPart | "drop">(
      conversation,
      t("programme.ask.which_part", { language: name }),
      [
        parts.map((part) => ({ label: t(`programme.edit.${part}`), value: part })),
        seen.event.texts.length > 1 ? [{ label: t("programme.button.drop_language"), value: "drop" }] : [],
      ],
      false,
    );
    if (what.kind !== "answer") return what;
    if (what.value !== "drop") return changePart(conversation, seen, language, what.value);
    const yes = t("programme.button.drop_language");
    const agreed = await confirm(conversation, { text: t("programme.confirm.drop_language", { language: name }), yes });
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "answer") return answered((...args) => setTexts(...args, { language, words: null }));
  }
}

/** Asks for each part that the event has, with that one quoted beside the question. */
async function planTranslation(conversation: Conversation, seen: Seen, language: Language): Promise<Answer<Write>> {
  const main = mainLanguage(seen, conversation.ctx.reader.t.language);
  const source = seen.event.texts.find((text) => text.language === main);
  const said: Partial<Record<TextPart, string | null>> = {};
  for (const part of parts) {
    if (part === "who" && !source?.who) continue;
    const answer = await askPart(conversation, { language, part, source: source?.[part] ?? null });
    if (answer.kind !== "answer") return answer;
    said[part] = answer.value;
  }
  const { title, who = null, body = null } = said;
  const words = wordsOf({ title: title ?? "", who, body, summary: null, posterAlt: null });
  return answered((...args) => setTexts(...args, { language, words }));
}
