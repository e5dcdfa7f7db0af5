import { searchForEditing } from "../../../bot/classes/editing/list-store.ts";
import { collectionLimits } from "../../../bot/collections/collection.ts";
import { findHeld, findHeldCourses, type Ticks, tickMembers } from "../../../bot/collections/editing/members-store.ts";
import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { findEventsToEdit } from "../../../bot/programme/editing/list-events-store.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { Html, html, joinLines } from "../../../bot/words/html.ts";
import { askSeveral } from "../../kit/ask/ask-several.ts";
import { askText } from "../../kit/ask/ask-text.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { rowLine } from "../programme/list-words.ts";
import { endForbidden, endWithCollection } from "./finish.ts";
import { loadCollection } from "./load-collection.ts";

/** Things that are laid before somebody at once. */
const most = 10;

/** One of what was found, as plain JSON: a dialogue is replayed. */
interface FoundThing {
  id: number;
  title: string;
  line: string;
  isIn: boolean;
}

/** Asks for a part of a title, lays what is called so before staff, and puts into a collection what they tick. */
export const addToCollection = defineDialogue(
  "collection-members",
  { version: 1 },
  async (
    conversation: Conversation,
    { collectionId, what }: { collectionId: number; what: Ticks["what"] },
  ): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const question = t(what === "events" ? "collection.edit.ask.find" : "collection.edit.ask.find_course");
    let found: FoundThing[] | null = [];
    for (let asked = question; found.length === 0; asked = t("collection.edit.ask.nothing")) {
      const words = await askText(conversation, {
        text: html`${asked}`,
        again: html`${question}`,
        accept: (text) => text.trim() !== "" && text.length <= collectionLimits.words,
      });
      if (words.kind !== "answer")
        return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
      found = await dialogue.external((outer) => find(outer, { collectionId, what }, words.value.trim()));
      if (found === null) return endForbidden(conversation);
    }
    const things = found;
    const titleOf = new Map(things.map(({ id, title }) => [String(id), title]));
    const ticked = await askSeveral(conversation, {
      all: things.map(({ id }) => String(id)),
      before: things.filter(({ isIn }) => isIn).map(({ id }) => String(id)),
      label: (id) => titleOf.get(id) ?? "",
      text: () =>
        joinLines(t("collection.edit.ask.tick"), "", ...things.map(({ line }) => html`• ${Html.trusted(line)}`)),
      again: html`${t("collection.edit.ask.tick")}`,
      ready: (chosen) =>
        chosen.length === 0
          ? t("collection.edit.button.none")
          : t("collection.edit.button.take", { count: chosen.length }),
    });
    if (ticked.kind !== "answer")
      return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
    const ticks = { what, shown: things.map(({ id }) => id), ticked: ticked.value.map(Number) };
    const written = await dialogue.external((outer) =>
      once(outer, "collection-members", (database) =>
        tickMembers(database, { by: person.id, now: outer.reader.now }, collectionId, ticks),
      ),
    );
    if (written.kind !== "done") return endForbidden(conversation);
    const { added, out } = written.value;
    const said =
      what === "events"
        ? t("collection.edit.said.taken", { count: added, out })
        : t("collection.edit.said.courses", { count: ticks.ticked.length });
    return endWithCollection(conversation, collectionId, said);
  },
);

/** What is called so and may go into the collection; null: it is not this person's. */
async function find(
  { services, reader }: BotContext,
  { collectionId, what }: { collectionId: number; what: Ticks["what"] },
  title: string,
): Promise<FoundThing[] | null> {
  const { database, city } = services;
  const { t, now, person } = reader;
  const collection = await loadCollection(services, reader, collectionId);
  if (collection === null) return null;
  const { language } = t;
  if (what === "courses") {
    const courses = (await searchForEditing(database, { text: title, language, now })).slice(0, most);
    const held = await findHeldCourses(
      database,
      collectionId,
      courses.map(({ courseId }) => courseId),
    );
    return courses.map(({ courseId: id, title: name }) => {
      return { id, title: name, line: String(html`${name}`), isIn: held.includes(id) };
    });
  }
  const staff = await findStaff(database, person.id);
  const { institutionId } = collection;
  const query = { title, language, now, limit: most, offset: 0, ...(institutionId !== null && { institutionId }) };
  const shelves = ["coming", "drafts", "past"] as const;
  const pages = await Promise.all(shelves.map((shelf) => findEventsToEdit(database, staff, { ...query, shelf })));
  const rows = pages.flatMap((page) => page.rows).slice(0, most);
  const held = await findHeld(
    database,
    collectionId,
    rows.map(({ eventId }) => eventId),
  );
  return rows.map((row) => ({
    ...{ id: row.eventId, title: row.title, isIn: held.includes(row.eventId) },
    line: String(rowLine(row, { t, now, zone: city.timeZone })),
  }));
}
