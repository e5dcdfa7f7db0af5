import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findEventsToEdit } from "../../../bot/programme/editing/list-events-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { askText } from "../../kit/steps/ask-text.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { toStaffMenu } from "../menu.ts";
import { eventCallback, programmeCallback } from "./callbacks.ts";
import { rowLine } from "./list-words.ts";

const most = 8;
const shelves = ["coming", "drafts", "past", "withdrawn"] as const;

/** Finds an editor's own events by a part of the title, wherever they lie. */
export const searchProgramme = defineDialogue(
  "search-programme",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const question = html`${t("programme.ask.search")}`;
    const accept = (text: string) => text.trim().length > 0 && text.length <= 100;
    const answer = await askText(conversation, { text: question, again: question, accept });
    const away = [button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 })), toStaffMenu(t)];
    if (answer.kind !== "answer")
      return void (await say(conversation, { text: html`${t("programme.stopped")}`, keyboard: [away] }));
    const found = await conversation.dialogue.external(async ({ services, reader }) => {
      const { database, city } = services;
      const staff = await findStaff(database, person.id);
      const { now } = reader;
      const query = { title: answer.value.trim(), language: t.language, now, limit: most, offset: 0 };
      const pages = await Promise.all(shelves.map((shelf) => findEventsToEdit(database, staff, { ...query, shelf })));
      return pages
        .flatMap(({ rows }) => rows)
        .slice(0, most)
        .map((row) => ({
          line: String(rowLine(row, { t, now, zone: city.timeZone })),
          title: row.title,
          eventId: row.eventId,
        }));
    });
    await say(conversation, {
      text: joinLines(
        t(found.length === 0 ? "programme.nothing_found" : "programme.found"),
        "",
        ...found.map(({ line }) => Html.trusted(line)),
      ),
      keyboard: [
        ...listRows(
          found,
          ({ title }) => title,
          ({ eventId }) => eventCallback.data(eventId),
        ),
        away,
      ],
    });
  },
);
