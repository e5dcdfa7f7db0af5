import type { InlineKeyboardButton } from "grammy/types";
import type { Reader, Services } from "../../bot/context.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { findOffers, type OfferScope } from "../../bot/offers/offer-store.ts";
import { formatOfferRow } from "../../bot/offers/words.ts";
import { type Html, html } from "../../bot/words/html.ts";
import { offerCallback } from "../offers/callbacks.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

/** One thing of those without a date, by its place among all, from 0. */
export async function simpleOffersView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { scope, index, dataOf }: { scope: OfferScope; index: number; dataOf: (index: number) => string },
): Promise<View> {
  const { t, now } = reader;
  const { offers, total } = await findOffers(database, { scope, page: index, perPage: 1, now });
  const [offer] = offers;
  if (offer === undefined) return simpleView(t, html`${t("always.none")}`, [toHome(t)]);
  return simpleView(t, formatOfferRow(offer, reader), [
    button(t("remind.open"), offerCallback.data({ offerId: offer.id, whole: false, from: dataOf(index) })),
    toNext(t, { index, total }, dataOf),
  ]);
}

/** A standing offer opened: the way there, and back to the others. */
export function simpleOfferView(
  text: Html,
  { t }: Reader,
  { wayThere, from }: { wayThere: InlineKeyboardButton | undefined; from: string },
): View {
  const back = from === "" ? toHome(t) : button(t("button.back"), from);
  return simpleView(t, text, wayThere === undefined ? [back] : [wayThere, back]);
}
