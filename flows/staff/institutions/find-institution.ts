import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findInstitutions } from "../../../bot/programme/editing/name-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { html } from "../../../bot/words/html.ts";
import { askText } from "../../kit/ask/ask-text.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { institutionCallback, institutionsCallback } from "./callbacks.ts";
import { endUnsaved } from "./finish.ts";

const most = 8;

/** Finds one of the institutions that somebody may edit by a part of its name. */
export const searchInstitutions = defineDialogue(
  "find-institution",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const question = html`${t("institution.ask.part")}`;
    const accept = (text: string) => text.trim().length > 0 && text.length <= 100;
    const answer = await askText(conversation, { text: question, again: question, accept });
    if (answer.kind !== "answer") return endUnsaved(conversation);
    const found = await conversation.dialogue.external(async ({ services: { database } }) => {
      const own = reachOf(await findStaff(database, person.id), "institutions.edit");
      const named = await findInstitutions(database, answer.value.trim(), t.language, own === null ? most : 1000);
      return named.filter(({ id }) => own === null || own.includes(id)).slice(0, most);
    });
    const away = [button(t("institution.title"), institutionsCallback.data(0)), toStaffMenu(t)];
    await say(conversation, {
      text: html`${t(found.length === 0 ? "programme.ask.institution_unknown" : "programme.found")}`,
      keyboard: [
        ...listRows(
          found,
          ({ name }) => name,
          ({ id }) => institutionCallback.data(id),
        ),
        away,
      ],
    });
  },
);
