import {
  defineCallback,
  from,
  idCallback,
  plainCallback,
  type StateOf,
} from "../../bot/doors/telegram/screen/callback.ts";
import { fields, flag, id, page } from "../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../bot/doors/telegram/screen/list-codec.ts";
import { shelves } from "../../bot/offers/offer.ts";

/** Buttons of what is there without a date. */

/** A page of a shelf, and the choice of another shelf. */
export const offersCallback = defineCallback("ol", fields("{shelf}.{page}", { shelf: oneOf(shelves), page }), {
  isOrigin: true,
});
export const shelvesCallback = plainCallback("ok");

/** A page of what an institution has. */
export const houseOffersCallback = defineCallback("oh", fields("{institutionId}.{page}", { institutionId: id, page }), {
  isOrigin: true,
});

/** One of them, with its whole text or not. */
export const offerCallback = defineCallback(
  "oc",
  fields("{offerId}{whole}~{from}", { offerId: id, whole: flag("!", ""), from }),
);
export type StandingOfferState = StateOf<typeof offerCallback>;

/** A page of the stops of a route. */
export const stopsCallback = defineCallback("os", fields("{offerId}.{page}~{from}", { offerId: id, page, from }));

/** Send a place beside the card: where it is, and a stop by its own number. */
export const offerMapCallback = idCallback("om");
export const stopMapCallback = idCallback("op");
