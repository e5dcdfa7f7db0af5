import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { createOffer, type NewOffer } from "../../../bot/offers/edit-store.ts";
import {
  isBehindDoors,
  type OfferKind,
  type OfferWords,
  type RouteStop,
  townKinds,
} from "../../../bot/offers/offer.ts";
import { formatOffer } from "../../../bot/offers/words.ts";
import type { OpeningHours } from "../../../bot/opening/opening-hours.ts";
import type { SaidPrice } from "../../../bot/programme/said-price.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { type Language, languages, type Texts } from "../../../bot/words/language.ts";
import { ask } from "../../kit/ask/ask.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { type Step, walk } from "../../kit/steps/wizard.ts";
import { askInstitution, findOwnHouses, type Houses } from "../programme/ask/ask-institution.ts";
import { askPrice } from "../programme/ask/ask-traits.ts";
import type { House, Where } from "../programme/make/draft.ts";
import { institutionOf, placeOf } from "../programme/make/save-draft.ts";
import { askKind, askOfferPlace, askOfferWords, askUrl } from "./ask-fields.ts";
import { askHours } from "./ask-hours.ts";
import { askStops } from "./ask-stops.ts";
import { endWithOffer, endWithOffers } from "./finish.ts";

/** A standing offer while it is made: plain JSON, because a dialogue is replayed. */
interface OfferDraft {
  house: House | null;
  kind: OfferKind;
  texts: Texts<OfferWords>;
  where: Where | null;
  hours: OpeningHours | null;
  url: string | null;
  stops: RouteStop[];
  price: SaidPrice | null;
  isPublished: boolean;
}

const empty: OfferDraft = {
  ...{ house: null, kind: "exhibition", texts: {}, where: null, hours: null, url: null, stops: [], price: null },
  isPublished: false,
};

/** Makes something without a date: whose and what it is, its words, where and when, what it costs, the other languages. */
export const newOffer = defineDialogue(
  "new-offer",
  { version: 1 },
  async (conversation: Conversation): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const houses = await findOwnHouses(conversation);
    const walked = await walk<OfferDraft>(empty, stepsOf(conversation, houses));
    if (walked.kind !== "answer") return endWithOffers(conversation, t("programme.stopped"));
    const draft = walked.value;
    const made = await conversation.dialogue.external((outer) =>
      once(outer, "new-offer", async (database) => {
        const actor = { by: person.id, now: outer.reader.now };
        const institutionId = await institutionOf(database, actor, draft.house, t.language);
        const placeId = draft.where === null ? null : await placeOf(database, actor, draft.where, t.language);
        if (institutionId === undefined || placeId === undefined) return { kind: "forbidden" as const };
        return createOffer(database, actor, { ...offerOf(draft), institutionId, placeId }, draft);
      }),
    );
    if (made.kind === "forbidden") return endWithOffers(conversation, t("staff.not_open"));
    await endWithOffer(conversation, made.value, t(draft.isPublished ? "always_edit.shown" : "always_edit.made"));
  },
);

function stepsOf(conversation: Conversation, houses: Houses): Step<OfferDraft>[] {
  const { t } = conversation.ctx.reader;
  const first = t.language;
  const withWords = (texts: OfferDraft["texts"], language: Language, words: OfferWords | null) =>
    words === null ? texts : { ...texts, [language]: words };
  return [
    {
      ask: async (_, canGoBack) =>
        mapAnswer(await askInstitution(conversation, houses, canGoBack), (house) => ({ house })),
    },
    { ask: async (_, canGoBack) => mapAnswer(await askKind(conversation, canGoBack), (kind) => ({ kind })) },
    {
      ask: async ({ texts }, canGoBack) =>
        mapAnswer(await askOfferWords(conversation, { language: first, canGoBack }), (words) => ({
          texts: withWords(texts, first, words),
        })),
    },
    {
      isNeeded: ({ kind }) => isBehindDoors(kind) || kind === "training",
      ask: async ({ house }, canGoBack) => {
        const own = house === null ? [] : [house];
        return mapAnswer(await askOfferPlace(conversation, { own }, canGoBack), (where) => ({ where }));
      },
    },
    {
      isNeeded: ({ kind, where }) => isBehindDoors(kind) || where !== null,
      ask: async ({ where, house }, canGoBack) => {
        const isHouse = where === null && house !== null;
        const without = t(isHouse ? "always_edit.button.house_doors" : "programme.button.skip");
        return mapAnswer(await askHours(conversation, { without, canGoBack }), (hours) => ({ hours }));
      },
    },
    {
      isNeeded: ({ kind }) => kind === "walking_route",
      ask: async (_, canGoBack) => mapAnswer(await askStops(conversation, first, canGoBack), (stops) => ({ stops })),
    },
    {
      isNeeded: ({ kind }) => !townKinds.includes(kind),
      ask: async (_, canGoBack) => mapAnswer(await askUrl(conversation, canGoBack), (url) => ({ url })),
    },
    { ask: async (_, canGoBack) => mapAnswer(await askPrice(conversation, canGoBack), (price) => ({ price })) },
    ...languages
      .filter((language) => language !== first)
      .map(
        (language): Step<OfferDraft> => ({
          ask: async ({ texts }, canGoBack) => {
            const skip = t("programme.button.skip");
            return mapAnswer(await askOfferWords(conversation, { language, skip, canGoBack }), (words) => ({
              texts: withWords(texts, language, words),
            }));
          },
        }),
      ),
    { ask: (draft) => askWholeOffer(conversation, draft) },
  ];
}

/** Shows it as residents will see it, and asks whether they shall. */
async function askWholeOffer(conversation: Conversation, draft: OfferDraft): Promise<Answer<Partial<OfferDraft>>> {
  const { t, zone } = conversation.ctx.reader;
  const { now } = await conversation.dialogue.external(({ reader }) => ({ now: reader.now.getTime() }));
  const { house, where } = draft;
  const seen = {
    ...offerOf(draft),
    ...{ id: 0, institutionId: house?.id ?? null, placeId: null, state: "draft" as const },
    institution: house === null ? {} : { [t.language]: house.name },
    place: placeSeen(where, t.language),
    hours: draft.hours,
    stops: draft.stops.map((stop) => ({ ...stop, id: 0 })),
  };
  const text = joinLines(
    formatOffer(seen, { t, zone, now: new Date(now) }, true),
    "",
    html`<i>${t("always_edit.ask.whole")}</i>`,
  );
  const answer = await ask<boolean>(conversation, {
    ...{ text, again: text, canGoBack: true },
    choices: [
      [{ label: t("always_edit.button.publish"), value: true }],
      [{ label: t("always_edit.button.keep"), value: false }],
    ],
  });
  return answer.kind === "answer" ? answered({ isPublished: answer.value }) : answer;
}

function placeSeen(where: Where | null, language: Language) {
  if (where === null || where.kind === "online") return null;
  const address = where.kind === "new" ? where.address : null;
  return { texts: { [language]: { title: where.name, address } }, point: null };
}

const offerOf = ({
  kind,
  texts,
  stops,
  url,
  hours,
  price,
}: OfferDraft): Omit<NewOffer, "institutionId" | "placeId"> => ({
  ...{ kind, texts, stops, url, openingHours: hours, ageMin: null, audiences: [] },
  isFree: price?.isFree ?? false,
  priceMin: price?.priceMin ?? null,
  priceMax: price?.priceMax ?? null,
  currency: price?.currency ?? "RUB",
});
