import type { Area } from "../../../../bot/classes/areas.ts";
import { type CourseField, longest } from "../../../../bot/classes/editing/editable.ts";
import { html, joinLines } from "../../../../bot/words/html.ts";
import type { Language } from "../../../../bot/words/language.ts";
import { ask, type Choice } from "../../../kit/ask/ask.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import type { Answer } from "../../../kit/steps/answer.ts";
import { askWords } from "./ask-words.ts";

/** Asks which subject a course belongs to. */
export function askArea(conversation: Conversation, canGoBack: boolean): Promise<Answer<Area>> {
  const { t, offer } = conversation.ctx.reader;
  const choices = offer.areas.map((area): Choice<Area> => ({ label: t(`area.${area}`), value: area }));
  return ask<Area>(conversation, {
    text: html`${t("class_edit.ask.area")}`,
    again: html`${t("class_edit.ask.area_again")}`,
    choices: choices.map((choice) => [choice]),
    canGoBack,
  });
}

/** Asks for one of a course's texts in a language; what one needs may be left empty. */
export function askCourseField(
  conversation: Conversation,
  { field, language, canGoBack }: { field: CourseField; language: Language; canGoBack: boolean },
): Promise<Answer<string | null>> {
  const { t } = conversation.ctx.reader;
  return askWords(conversation, {
    text: joinLines(html`<b>${t(`language.name.${language}`)}</b>`, t(`class_edit.ask.${field}`)),
    longest: longest[field],
    hasLines: field !== "title",
    canGoBack,
    ...(field !== "title" && { skip: t(field === "needs" ? "class_edit.nothing_needed" : "class_edit.skip") }),
  });
}
