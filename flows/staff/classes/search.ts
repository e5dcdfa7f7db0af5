import { searchForEditing } from "../../../bot/classes/editing/list-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { askText } from "../../kit/ask/ask-text.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { courseRows, listLines, toSubjects } from "./labels.ts";

/** Asks for a part of a title or of a teacher's name until something is found, and shows it. */
export const searchClasses = defineDialogue(
  "search-classes",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const leading = [toSubjects(t), toStaffMenu(t)];
    let question = t("class_edit.search_ask");
    for (;;) {
      const answer = await askText(conversation, {
        text: html`${question}`,
        again: html`${t("class_edit.search_ask")}`,
        accept: (text) => text.trim().length > 0 && text.length <= 100,
      });
      if (answer.kind !== "answer") {
        return void (await say(conversation, { text: html`${t("class_edit.search_stopped")}`, keyboard: [leading] }));
      }
      const text = answer.value.trim();
      // Who might edit classes when the question was asked need not any more.
      const rows = await conversation.dialogue.external(async ({ services: { database }, reader: { now } }) =>
        may(await findStaff(database, person.id), "classes.edit")
          ? searchForEditing(database, { text, language: t.language, now })
          : null,
      );
      if (rows === null) return void (await say(conversation, { text: html`${t("staff.not_open")}` }));
      if (rows.length > 0) {
        const found = joinLines(html`<b>${t("class_edit.search_found", { text })}</b>`, "", ...listLines(rows, t));
        return void (await say(conversation, { text: found, keyboard: [...courseRows(rows), leading] }));
      }
      question = t("class_edit.search_none", { text });
    }
  },
);
