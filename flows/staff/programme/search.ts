import { DateTime } from "luxon";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findEventsToEdit, type StaffQuery } from "../../../bot/programme/editing/list-events-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { ask } from "../../kit/ask/ask.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { meant } from "../../kit/steps/understand.ts";
import { toStaffMenu } from "../menu.ts";
import { readingOf } from "./ask/city-time.ts";
import { eventCallback, programmeCallback } from "./callbacks.ts";
import { rowLine } from "./list-words.ts";

const most = 8;
const shelves = ["coming", "drafts", "past", "withdrawn"] as const;

/** A part of a title, or a day by one of its instants. */
type Wanted = { title: string } | { day: string };

function wantedBy(wanted: Wanted, zone: string): Pick<StaffQuery, "title" | "from" | "until"> {
  if ("title" in wanted) return wanted;
  const day = DateTime.fromISO(wanted.day, { zone }).startOf("day");
  return { from: day.toJSDate(), until: day.plus({ days: 1 }).toJSDate() };
}

/** Finds an editor's own events by a part of the title or by a day, wherever they lie. */
export const searchProgramme = defineDialogue(
  "search-programme",
  { version: 2 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const question = html`${t("programme.ask.search")}`;
    const reading = readingOf(conversation);
    const answer = await ask<Wanted>(conversation, {
      text: question,
      again: question,
      readForeign: async (said, readText) => {
        const title = typed(said);
        if (title === "" || title.length > 100) return { kind: "missing" };
        const read = await readText("dates", title, reading);
        const [first] = read.kind === "dates" && read.unused.length === 0 ? read.dates : [];
        return meant<Wanted>(first === undefined ? { title } : { day: first.startsAt.toISOString() });
      },
    });
    const away = [button(t("programme.title"), programmeCallback.data({ shelf: "coming", page: 0 })), toStaffMenu(t)];
    if (answer.kind !== "answer")
      return void (await say(conversation, { text: html`${t("programme.stopped")}`, keyboard: [away] }));
    const found = await conversation.dialogue.external(async ({ services, reader }) => {
      const { database, city } = services;
      const staff = await findStaff(database, person.id);
      const { now } = reader;
      const query = { ...wantedBy(answer.value, city.timeZone), language: t.language, now, limit: most, offset: 0 };
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
