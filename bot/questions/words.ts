import { cutAtWord } from "../words/cut.ts";
import { type Html, html, joinLines } from "../words/html.ts";
import { textIn } from "../words/language.ts";
import type { Translate } from "../words/messages/translator.ts";
import type { GuestQuestion } from "./question.ts";
import type { Talk } from "./talk-store.ts";

/** Characters of a question in a list, and of an answer below it on a card. */
const shown = { question: 160, answer: 300 };

/** The event that is asked about, in the reader's language or the next one. */
export const formatTalk = ({ titles }: Pick<Talk, "titles">, t: Translate): string =>
  cutAtWord(textIn(titles, t.language) ?? "", 120);

/** A question in a list: its voices, how it stands unless it waits, and the text. */
export function formatQuestionRow({ text, voices, state, answer }: GuestQuestion, t: Translate): Html {
  const parts = [t("question.voices", { count: voices })];
  if (state !== "waiting") parts.push(t(`question.state.${state === "answered" && answer ? "written" : state}`));
  return html`• ${cutAtWord(text, shown.question)} — <i>${parts.join(" · ")}</i>`;
}

/** A question in full, with what was answered. */
export function formatQuestion({ text, voices, state, answer }: GuestQuestion, t: Translate): Html {
  return joinLines(
    html`<blockquote>${text}</blockquote>`,
    [
      t("question.voices", { count: voices }),
      t(`question.state.${state === "answered" && answer ? "written" : state}`),
    ].join(" · "),
    answer === null ? null : html`\n<b>${t("question.answer")}</b>\n${answer}`,
  );
}

/** What was answered in writing, as it stands on the card of a recording. */
export const formatAnswered = (answered: readonly { text: string; answer: string }[], t: Translate): Html =>
  joinLines(
    html`<b>${t("question.answered_title")}</b>`,
    ...answered.map(
      ({ text, answer }) => html`<i>${cutAtWord(text, shown.question)}</i>\n${cutAtWord(answer, shown.answer)}`,
    ),
  );
