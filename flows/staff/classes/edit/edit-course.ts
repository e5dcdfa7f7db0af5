import { setArea, setCourseText, type TextRefusal } from "../../../../bot/classes/editing/course-edit-store.ts";
import { type CourseField, type CourseText, courseFields } from "../../../../bot/classes/editing/editable.ts";
import { findEditableCourse } from "../../../../bot/classes/editing/find-store.ts";
import type { Dialogue } from "../../../../bot/context.ts";
import { button } from "../../../../bot/doors/telegram/screen/keyboard.ts";
import { type Html, html } from "../../../../bot/words/html.ts";
import type { Language } from "../../../../bot/words/language.ts";
import type { Conversation } from "../../../kit/conversation.ts";
import { defineDialogue } from "../../../kit/dialogue.ts";
import { answered } from "../../../kit/steps/answer.ts";
import { say } from "../../../kit/steps/dialogue-message.ts";
import { walk } from "../../../kit/steps/wizard.ts";
import { toStaffMenu } from "../../menu.ts";
import { askArea, askCourseField } from "../ask/ask-course.ts";
import { courseTextCallback, editCourseCallback } from "../callbacks.ts";
import { formatSaved } from "../said.ts";
import { save } from "./save.ts";

/** Writes one text of a course anew, or all of them in a language that it has not been told in. */
export const editCourseText = defineDialogue(
  "edit-course-text",
  { version: 1 },
  async (
    conversation: Conversation,
    courseId: number,
    language: Language,
    part: CourseField | "all",
  ): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const revision = await revisionOf(conversation.dialogue, courseId);
    const fields = courseFields.filter((field) => part === "all" || field === part);
    const asked = await walk<Partial<CourseText>>(
      {},
      fields.map((field) => ({
        async ask(_, canGoBack) {
          const answer = await askCourseField(conversation, { field, language, canGoBack });
          return answer.kind === "answer" ? answered({ [field]: answer.value }) : answer;
        },
      })),
    );
    const back = button(t("class_edit.to_texts"), courseTextCallback.data({ id: courseId, of: language }));
    const end = async (text: Html) => void (await say(conversation, { text, keyboard: [[back, toStaffMenu(t)]] }));
    if (asked.kind === "cancelled") return end(html`${t("class_edit.left_as_is")}`);
    const saved = await save<TextRefusal>(conversation, revision, (database, actor, seen) =>
      setCourseText(database, actor, { id: courseId, revision: seen }, { language, text: asked.value }),
    );
    if (saved.kind === "no title" || saved.kind === "last language") return end(html`${t("class_edit.no_title")}`);
    return end(formatSaved(saved, t));
  },
);

/** Puts a course under another subject. */
export const editCourseArea = defineDialogue(
  "edit-course-area",
  { version: 1 },
  async (conversation: Conversation, courseId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const revision = await revisionOf(conversation.dialogue, courseId);
    const answer = await askArea(conversation, false);
    const saved =
      answer.kind === "answer"
        ? await save(conversation, revision, (database, actor, seen) =>
            setArea(database, actor, { id: courseId, revision: seen }, answer.value),
          )
        : ({ kind: "kept" } as const);
    await say(conversation, {
      text: formatSaved(saved, t),
      keyboard: [[button(t("class_edit.to_course"), editCourseCallback.data(courseId)), toStaffMenu(t)]],
    });
  },
);

const revisionOf = (dialogue: Dialogue, courseId: number): Promise<number> =>
  dialogue.external(async ({ services }) => (await findEditableCourse(services.database, courseId))?.revision ?? 0);
