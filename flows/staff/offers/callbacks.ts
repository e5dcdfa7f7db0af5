import { defineCallback, idCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { languages } from "../../../bot/words/language.ts";

/** Buttons by which staff makes and changes what is there without a date. */

export const editOffersCallback = defineCallback("oe", page);
export const newOfferCallback = plainCallback("on");
export const editOfferCallback = idCallback("ov");

/** What can be changed of one, a field at a time. */
export const offerFields = [
  ...(["words_ru", "words_tt", "words_en", "kind", "url", "place", "hours", "price", "age", "audience"] as const),
  ...(["institution", "stops", "stops_ru", "stops_tt", "stops_en"] as const),
] as const;
export type OfferField = (typeof offerFields)[number];

export const offerFieldCallback = defineCallback(
  "of",
  fields("{offerId}.{field}", { offerId: id, field: oneOf(offerFields) }),
);

/** Shows it to residents, for the first time or again; asks whether to withdraw it, and does. */
export const showOfferCallback = idCallback("ou");
export const askWithdrawOfferCallback = idCallback("oq");
export const withdrawOfferCallback = idCallback("ow");

/** The opening hours of an institution, and what it says of itself in a language. */
export const institutionHoursCallback = idCallback("oi");
export const institutionAboutCallback = defineCallback(
  "oa",
  fields("{institutionId}~{language}", { institutionId: id, language: oneOf(languages) }),
);
