import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { findPlaces } from "../../../bot/programme/editing/name-store.ts";
import { mergePlaces } from "../../../bot/programme/editing/places/merge-places-store.ts";
import {
  listPlaces,
  type PlaceWords,
  pinPlace,
  setPlaceWords,
} from "../../../bot/programme/editing/places/place-edit-store.ts";
import { type Acted, findStaff } from "../../../bot/staff/act-store.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { Html, html } from "../../../bot/words/html.ts";
import type { Language } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import { choose } from "../../kit/ask/choose.ts";
import { type Conversation, typed } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { say } from "../../kit/steps/dialogue-message.ts";
import { walk } from "../../kit/steps/wizard.ts";
import { askLineOfCard, askPosition } from "../institutions/ask-words.ts";
import { endRefused } from "../institutions/finish.ts";
import { toStaffMenu } from "../menu.ts";
import { placeCallback, placesCallback } from "./callbacks.ts";
import { loadPlace, placeView, type SeenPlace } from "./place-view.ts";

const offered = 6;

/** Asks for a place's name and address in a language; what is there may stay. */
export const writePlace = defineDialogue(
  "place-words",
  { version: 1 },
  async (conversation: Conversation, { placeId, language }: { placeId: number; language: Language }): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const seen = await load(conversation, placeId);
    if (seen === null || !seen.mayEdit) return endRefused(conversation);
    const old = seen.place.texts[language];
    const without = { label: t("programme.button.without"), value: null };
    const walked = await walk<PlaceWords>({ title: "", address: null }, [
      {
        ask: async (_, canGoBack) =>
          mapAnswer(
            await askLineOfCard(conversation, {
              ...{ question: t("place.ask.name_in", { language }), canGoBack },
              ...(old && { old: old.title }),
            }),
            (title) => ({ title }),
          ),
      },
      {
        ask: async (_, canGoBack) =>
          mapAnswer(
            await askLineOfCard(conversation, {
              ...{ question: t("institution.ask.address_in", { language }), without, canGoBack },
              ...(old?.address != null && { old: old.address }),
            }),
            (address) => ({ address }),
          ),
      },
    ]);
    if (walked.kind !== "answer") return endWithPlace(conversation, placeId, t("programme.unchanged"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "place-words", (database) =>
        setPlaceWords(database, { by: outer.reader.person.id, now: outer.reader.now }, placeId, {
          ...{ language, words: walked.value },
        }),
      ),
    );
    return endWritten(conversation, placeId, written);
  },
);

/** Asks where on the map a place is: a shared location, or a link of a map. */
export const pinOnePlace = defineDialogue(
  "place-pin",
  { version: 1 },
  async (conversation: Conversation, placeId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const seen = await load(conversation, placeId);
    if (seen === null || !seen.mayEdit) return endRefused(conversation);
    const answer = await askPosition(conversation, { canGoBack: false });
    if (answer.kind !== "answer") return endWithPlace(conversation, placeId, t("programme.unchanged"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "place-pin", (database) =>
        pinPlace(database, { by: outer.reader.person.id, now: outer.reader.now }, placeId, answer.value),
      ),
    );
    return endWritten(conversation, placeId, written);
  },
);

/** Asks which other place is the same, says what will become of it, and makes one of the two. */
export const mergePlace = defineDialogue(
  "place-merge",
  { version: 1 },
  async (conversation: Conversation, placeId: number): Promise<void> => {
    const { t } = conversation.ctx.reader;
    const seen = await load(conversation, placeId);
    if (seen === null || !seen.mayMerge) return endRefused(conversation);
    const agreed = await askMerge(conversation, seen);
    if (agreed.kind !== "answer") return endWithPlace(conversation, placeId, t("programme.unchanged"));
    const done = await conversation.dialogue.external((outer) =>
      once(outer, "place-merge", (database) =>
        mergePlaces(
          database,
          { by: outer.reader.person.id, now: outer.reader.now },
          {
            ...{ stays: placeId, goes: agreed.value },
          },
        ),
      ),
    );
    if (done.kind === "forbidden") return endRefused(conversation);
    const { value } = done;
    if (value.kind === "merged")
      return endWithPlace(conversation, value.stays, t("place.merged", { count: value.dates }));
    return endWithPlace(conversation, placeId, t(value.kind === "gone" ? "place.gone" : "place.both_homes"));
  },
);

/** The other place, after it was said which of the two stays. */
async function askMerge(conversation: Conversation, { place, name }: SeenPlace): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  for (;;) {
    const other = await askPlace(conversation, t("place.ask.merge", { name }), place.id);
    if (other.kind !== "answer") return other;
    const seen = await load(conversation, other.value);
    if (seen === null) continue;
    const isTurned = seen.place.isHome && !place.isHome;
    const [stays, goes] = isTurned ? [seen.name, name] : [name, seen.name];
    const count = isTurned ? place.events : seen.place.events;
    const agreed = await choose(
      conversation,
      t("place.confirm.merge", { stays, goes, count }),
      [[{ label: t("place.button.merge_yes"), value: true }]],
      true,
      t("programme.button.nothing"),
    );
    if (agreed.kind === "cancelled") return agreed;
    if (agreed.kind === "answer") return answered(other.value);
  }
}

/** Another place by a part of its name, as often as it takes to find it. */
async function askPlace(conversation: Conversation, question: string, not: number): Promise<Answer<number>> {
  const { t } = conversation.ctx.reader;
  for (let name = ""; ; ) {
    const wanted = name;
    const found = await conversation.dialogue.external(async ({ services: { database } }) => {
      const named = wanted === "" ? [] : await findPlaces(database, wanted, t.language, offered + 1);
      return named
        .filter(({ id }) => id !== not)
        .slice(0, offered)
        .map(({ id, name: title, address }) => ({
          id,
          title: address === null ? title : t("card.where", { title, address }),
        }));
    });
    const text = wanted !== "" && found.length === 0 ? t("programme.ask.where_unknown", { name: wanted }) : question;
    const answer = await ask<number | string>(conversation, {
      text: html`${text}`,
      again: html`${question}`,
      choices: found.map(({ id, title }) => [{ label: title, value: id }]),
      read: (said) => typed(said).slice(0, 100) || undefined,
    });
    if (answer.kind !== "answer") return answer;
    if (typeof answer.value === "number") return answered(answer.value);
    name = answer.value;
  }
}

const most = 8;

/** Finds one of somebody's places by a part of its name. */
export const findPlaceByName = defineDialogue(
  "find-place",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const question = html`${t("institution.ask.part")}`;
    const answer = await ask<string>(conversation, {
      ...{ text: question, again: question },
      read: (said) => (typed(said).length <= 100 ? typed(said) || undefined : undefined),
    });
    const away = [button(t("place.title"), placesCallback.data(0)), toStaffMenu(t)];
    if (answer.kind !== "answer")
      return void (await say(conversation, { text: html`${t("programme.unchanged")}`, keyboard: [away] }));
    const found = await conversation.dialogue.external(async ({ services: { database } }) => {
      const reach = reachOf(await findStaff(database, person.id), "places.edit");
      const own = new Set((await listPlaces(database, t.language, reach)).map(({ id }) => id));
      return (await findPlaces(database, answer.value, t.language, 1_000))
        .filter(({ id }) => own.has(id))
        .slice(0, most);
    });
    await say(conversation, {
      text: html`${t(found.length === 0 ? "place.not_found" : "programme.found")}`,
      keyboard: [
        ...listRows(
          found,
          ({ name }) => name,
          ({ id }) => placeCallback.data(id),
        ),
        away,
      ],
    });
  },
);

const load = ({ dialogue }: Conversation, placeId: number): Promise<SeenPlace | null> =>
  dialogue.external(({ services, reader }) => loadPlace(services, reader, placeId));

function endWritten(conversation: Conversation, placeId: number, written: Acted<void>): Promise<void> {
  if (written.kind === "forbidden") return endRefused(conversation);
  return endWithPlace(conversation, placeId, conversation.ctx.reader.t("programme.done"));
}

/** Ends a dialogue with the place as it is now. */
async function endWithPlace(conversation: Conversation, placeId: number, said: string): Promise<void> {
  const view = await conversation.dialogue.external(async ({ services, reader }) => {
    const found = await placeView(services, reader, placeId, said);
    return found && { text: String(found.text), keyboard: found.keyboard };
  });
  if (view === null) return endRefused(conversation);
  await say(conversation, { text: Html.trusted(view.text), keyboard: view.keyboard });
}
