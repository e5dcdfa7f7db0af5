import { setCollectionDates, setCollectionText, setParent } from "../../../bot/collections/editing/edit-store.ts";
import { findCollectionsToEdit } from "../../../bot/collections/editing/list-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import { choose } from "../../kit/ask/choose.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { mapAnswer } from "../../kit/steps/answer.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { askCollectionDates, datesOf } from "./ask-dates.ts";
import { askCollectionTitle, askSummary } from "./ask-texts.ts";
import { endForbidden, endWithCollection } from "./finish.ts";
import { loadCollection } from "./load-collection.ts";

/** Asks what a collection is called and about in a language; what is there may stay. */
export const editCollectionText = defineDialogue(
  "collection-words",
  { version: 1 },
  async (
    conversation: Conversation,
    { collectionId, language }: { collectionId: number; language: Language },
  ): Promise<void> => {
    const { dialogue } = conversation;
    const { t, person } = conversation.ctx.reader;
    const old = await dialogue.external(async ({ services, reader }) => {
      const found = await loadCollection(services, reader, collectionId);
      return found && { text: found.texts[language] ?? null };
    });
    if (old === null) return endForbidden(conversation);
    const walked = await walk<{ title: string; summary: string | null }>({ title: "", summary: null }, [
      {
        ask: async (_, canGoBack) =>
          mapAnswer(await askCollectionTitle(conversation, { old: old.text?.title, canGoBack }), (title) => ({
            title: title ?? "",
          })),
      },
      {
        ask: async (_, canGoBack) =>
          mapAnswer(await askSummary(conversation, { old: old.text?.summary, canGoBack }), (summary) => ({ summary })),
      },
    ]);
    if (walked.kind !== "answer")
      return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
    const written = await dialogue.external((outer) =>
      once(outer, "collection-words", (database) =>
        setCollectionText(database, { by: person.id, now: outer.reader.now }, collectionId, {
          language,
          text: walked.value,
        }),
      ),
    );
    return written.kind === "done"
      ? endWithCollection(conversation, collectionId, t("collection.edit.said.words"))
      : endForbidden(conversation);
  },
);

/** Asks from when to when a collection is. */
export const editCollectionDates = defineDialogue(
  "collection-dates",
  { version: 1 },
  async (conversation: Conversation, collectionId: number): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const mayBeNone = await conversation.dialogue.external(async ({ services, reader }) => {
      const found = await loadCollection(services, reader, collectionId);
      return found && found.kind === "collection";
    });
    if (mayBeNone === null) return endForbidden(conversation);
    const answer = await askCollectionDates(conversation, { mayBeNone, canGoBack: false });
    if (answer.kind !== "answer")
      return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "collection-dates", (database) =>
        setCollectionDates(database, { by: person.id, now: outer.reader.now }, collectionId, datesOf(answer.value)),
      ),
    );
    return written.kind === "done"
      ? endWithCollection(conversation, collectionId, t("collection.edit.said.dates"))
      : endForbidden(conversation);
  },
);

/** Collections that are offered as the whole of another one. */
const mostOffered = 20;

/** Asks what a collection is a part of. */
export const editCollectionParent = defineDialogue(
  "collection-parent",
  { version: 1 },
  async (conversation: Conversation, collectionId: number): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const offered = await conversation.dialogue.external(async ({ services: { database } }) => {
      const own = await findCollectionsToEdit(database, await findStaff(database, person.id));
      return own
        .filter(({ id }) => id !== collectionId)
        .slice(0, mostOffered)
        .map(({ id, texts }) => ({ id, title: collectionTitle(texts, t.language) }));
    });
    const answer = await choose<number | null>(
      conversation,
      t("collection.edit.ask.parent"),
      [
        [{ label: t("collection.edit.button.top"), value: null }],
        ...offered.map(({ id, title }) => [{ label: title, value: id }]),
      ],
      false,
    );
    if (answer.kind !== "answer")
      return endWithCollection(conversation, collectionId, t("collection.edit.said.stopped"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "collection-parent", (database) =>
        setParent(database, { by: person.id, now: outer.reader.now }, { id: collectionId, parentId: answer.value }),
      ),
    );
    if (written.kind !== "done" || written.value === "not yours") return endForbidden(conversation);
    const said = t(written.value === "loop" ? "collection.edit.said.loop" : "collection.edit.said.parent");
    return endWithCollection(conversation, collectionId, said);
  },
);
