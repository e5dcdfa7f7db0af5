import type { Services } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { setOfferFields, setOfferWords, setStops } from "../../../bot/offers/edit-store.ts";
import { isBehindDoors, type OfferFields, type StandingOffer } from "../../../bot/offers/offer.ts";
import { audiences } from "../../../bot/programme/event.ts";
import type { Acted, Actor } from "../../../bot/staff/act-store.ts";
import type { Language } from "../../../bot/words/language.ts";
import type { Conversation } from "../../kit/conversation.ts";
import { defineDialogue } from "../../kit/dialogue.ts";
import { type Answer, answered, mapAnswer } from "../../kit/steps/answer.ts";
import { askInstitution, findOwnHouses } from "../programme/ask/ask-institution.ts";
import { askAgeRating, askPrice, askTraits } from "../programme/ask/ask-traits.ts";
import { institutionOf, placeOf } from "../programme/make/save-draft.ts";
import { askKind, askOfferPlace, askOfferWords, askUrl } from "./ask-fields.ts";
import { askHours } from "./ask-hours.ts";
import { askStops, askStopsIn } from "./ask-stops.ts";
import type { OfferField } from "./callbacks.ts";
import { endWithOffer, endWithOffers } from "./finish.ts";
import { loadOffer } from "./view.ts";

type WriteOffer = (database: Services["database"], actor: Actor) => Promise<Acted<void>>;
type PlanOffer = (conversation: Conversation, offer: StandingOffer) => Promise<Answer<WriteOffer>>;

const field =
  <T>(
    question: (conversation: Conversation, offer: StandingOffer) => Promise<Answer<T>>,
    changes: (value: T) => Partial<OfferFields>,
  ): PlanOffer =>
  async (conversation, offer) =>
    mapAnswer(
      await question(conversation, offer),
      (value): WriteOffer =>
        (database, actor) =>
          setOfferFields(database, actor, offer.id, changes(value)),
    );

const wordsIn =
  (language: Language): PlanOffer =>
  async (conversation, { id, texts }) => {
    const old = texts[language];
    const words = await askOfferWords(conversation, { language, canGoBack: false, ...(old && { old }) });
    if (words.kind !== "answer" || words.value === null) return { kind: "cancelled" };
    const said = words.value;
    return answered((database, actor) => setOfferWords(database, actor, id, { language, words: said }));
  };

const stopsIn =
  (language: Language): PlanOffer =>
  async (conversation, offer) =>
    mapAnswer(
      await askStopsIn(conversation, offer, language),
      (stops): WriteOffer =>
        (database, actor) =>
          setStops(database, actor, offer.id, stops),
    );

/** What is asked of each field, and what is written. */
const plans: Readonly<Record<OfferField, PlanOffer>> = {
  words_ru: wordsIn("ru"),
  words_tt: wordsIn("tt"),
  words_en: wordsIn("en"),
  kind: field(
    (conversation) => askKind(conversation, false),
    (kind) => ({ kind }),
  ),
  url: field(
    (conversation) => askUrl(conversation, false),
    (url) => ({ url }),
  ),
  hours: field(
    (conversation, { kind, placeId }) => {
      const { t } = conversation.ctx.reader;
      const isHouse = isBehindDoors(kind) && placeId === null;
      const without = t(isHouse ? "always_edit.button.house_doors" : "programme.button.without");
      return askHours(conversation, { without, canGoBack: false });
    },
    (openingHours) => ({ openingHours }),
  ),
  price: field(
    (conversation) => askPrice(conversation, false),
    (price) => ({
      isFree: price?.isFree ?? false,
      priceMin: price?.priceMin ?? null,
      priceMax: price?.priceMax ?? null,
      currency: price?.currency ?? "RUB",
    }),
  ),
  age: field(
    (conversation) => askAgeRating(conversation, false),
    (ageMin) => ({ ageMin }),
  ),
  audience: field(
    (conversation, { audiences: before }) => {
      const { t } = conversation.ctx.reader;
      const label = (one: (typeof audiences)[number]) => t(`audience.${one}`);
      return askTraits(conversation, { text: t("programme.ask.audience"), all: audiences, before, label });
    },
    (chosen) => ({ audiences: chosen }),
  ),
  async place(conversation, { id, institutionId }) {
    const own = institutionId === null ? [] : [{ id: institutionId, name: "" }];
    const { language } = conversation.ctx.reader.t;
    return mapAnswer(
      await askOfferPlace(conversation, { own }, false),
      (where): WriteOffer =>
        async (database, actor) => {
          const placeId = where === null ? null : await placeOf(database, actor, where, language);
          return placeId === undefined ? { kind: "forbidden" } : setOfferFields(database, actor, id, { placeId });
        },
    );
  },
  async institution(conversation, { id }) {
    const { language } = conversation.ctx.reader.t;
    return mapAnswer(
      await askInstitution(conversation, await findOwnHouses(conversation), false),
      (house): WriteOffer =>
        async (database, actor) => {
          const institutionId = await institutionOf(database, actor, house, language);
          return institutionId === undefined
            ? { kind: "forbidden" }
            : setOfferFields(database, actor, id, { institutionId });
        },
    );
  },
  stops: async (conversation, { id }) =>
    mapAnswer(
      await askStops(conversation, conversation.ctx.reader.t.language, false),
      (stops): WriteOffer =>
        (database, actor) =>
          setStops(database, actor, id, stops),
    ),
  stops_ru: stopsIn("ru"),
  stops_tt: stopsIn("tt"),
  stops_en: stopsIn("en"),
};

/** Changes one field of something without a date. */
export const changeOffer = defineDialogue(
  "change-offer",
  { version: 1 },
  async (
    conversation: Conversation,
    { offerId, field: name }: { offerId: number; field: OfferField },
  ): Promise<void> => {
    const { t, person } = conversation.ctx.reader;
    const offer = await conversation.dialogue.external(({ services, reader }) => loadOffer(services, reader, offerId));
    if (offer === null) return endWithOffers(conversation, t("staff.not_open"));
    const write = await plans[name](conversation, offer);
    if (write.kind !== "answer") return endWithOffer(conversation, offerId, t("programme.unchanged"));
    const written = await conversation.dialogue.external((outer) =>
      once(outer, "change-offer", (database) => write.value(database, { by: person.id, now: outer.reader.now })),
    );
    if (written.kind === "forbidden") return endWithOffers(conversation, t("staff.not_open"));
    await endWithOffer(conversation, offerId, t("programme.done"));
  },
);
