import type { Reader, Services } from "../../bot/context.ts";
import { button, listRows, type Row, rows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { type OfferShelf, type StandingOffer, shelves } from "../../bot/offers/offer.ts";
import { countOffers, findOffers, type OfferScope } from "../../bot/offers/offer-store.ts";
import { formatOfferRow, offerTitle } from "../../bot/offers/words.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { textIn } from "../../bot/words/language.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { institutionData } from "../programme/callbacks.ts";
import { simpleOffersView } from "../simple/offers.ts";
import { isSimple } from "../simple/screen.ts";
import { houseOffersCallback, offerCallback, offersCallback, shelvesCallback } from "./callbacks.ts";

type Stored = Pick<Services, "database">;

/** Rows of a page: what a phone shows above the buttons. */
export const offersPerPage = 5;

/** The button to the whole list. */
export const toOffers = (t: Translate) => button(t("always.title"), offersCallback.data({ shelf: "all", page: 0 }));

/** A page of a shelf; one that is shorter by now shows its last page. */
export async function offersView(
  { database }: Stored,
  reader: Reader,
  { shelf, page }: { shelf: OfferShelf; page: number },
): Promise<View> {
  const { t } = reader;
  const dataOf = (to: number) => offersCallback.data({ shelf, page: to });
  if (isSimple(reader)) return simpleOffersView({ database }, reader, { scope: { shelf }, index: page, dataOf });
  const listed = await findPage({ database }, reader, { shelf }, page);
  const name = t(`always.shelf.${shelf}`);
  const choose = button(t("always.button.choose"), shelvesCallback.data(null));
  return {
    text: joinLines(
      html`<b>${shelf === "all" ? t("always.title") : t("always.heading", { shelf: name })}</b>`,
      ...rowsOf(listed, reader),
    ),
    keyboard: keyboardOf(listed, reader, dataOf, [choose], toMenu(t)),
  };
}

/** A page of what an institution has. */
async function houseOffersView(
  { database }: Stored,
  reader: Reader,
  { institutionId, page }: { institutionId: number; page: number },
): Promise<View> {
  const { t } = reader;
  const dataOf = (to: number) => houseOffersCallback.data({ institutionId, page: to });
  const scope = { institutionId };
  if (isSimple(reader)) return simpleOffersView({ database }, reader, { scope, index: page, dataOf });
  const listed = await findPage({ database }, reader, scope, page);
  const house = textIn(listed.offers[0]?.institution ?? {}, t.language);
  const back = button(t("button.back"), institutionData(institutionId));
  return {
    text: joinLines(
      html`<b>${house === undefined ? t("always.title") : t("always.of_house", { house })}</b>`,
      ...rowsOf(listed, reader),
    ),
    keyboard: keyboardOf(listed, reader, dataOf, [], back),
  };
}

interface Listed {
  offers: StandingOffer[];
  total: number;
  page: number;
}

async function findPage({ database }: Stored, reader: Reader, scope: OfferScope, page: number): Promise<Listed> {
  const { now } = reader;
  const found = await findOffers(database, { scope, page, perPage: offersPerPage, now });
  if (found.offers.length > 0 || found.total === 0) return { ...found, page };
  return findPage({ database }, reader, scope, Math.floor((found.total - 1) / offersPerPage));
}

function rowsOf({ offers, total, page }: Listed, reader: Reader) {
  const { t } = reader;
  if (offers.length === 0) return ["", t("always.none")];
  const from = page * offersPerPage + 1;
  return [
    page === 0 ? t("always.hint") : null,
    "",
    ...offers.map((offer) => formatOfferRow(offer, reader)),
    total > offersPerPage ? html`\n${t("list.shown", { from, to: from + offers.length - 1, total })}` : null,
  ];
}

/** Titles, and the row below them: pages on both sides, the way home where there is none. */
function keyboardOf(
  { offers, total, page }: Listed,
  { t }: Reader,
  dataOf: (page: number) => string,
  between: Row,
  home: Row[number],
): Row[] {
  const hasMore = (page + 1) * offersPerPage < total;
  return [
    ...offerRows(offers, dataOf(page), t),
    [
      page > 0 ? button(t("button.earlier"), dataOf(page - 1)) : home,
      ...between,
      ...(hasMore ? [button(t("button.later"), dataOf(page + 1))] : page > 0 ? [home] : []),
    ],
  ];
}

/** A button with the title of each; `from`: the screen to go back to. */
export const offerRows = (offers: readonly StandingOffer[], from: string, t: Translate): Row[] =>
  listRows(
    offers,
    (offer) => offerTitle(offer, t),
    ({ id }) => offerCallback.data({ offerId: id, whole: false, from }),
  );

/** The shelves that have something, with how much. */
async function shelvesView({ database }: Stored, { t, now }: Reader): Promise<View> {
  const counts = await countOffers(database, shelves, now);
  const full = shelves.filter((shelf) => shelf === "all" || (counts.get(shelf) ?? 0) > 0);
  const toShelf = (shelf: OfferShelf) =>
    button(
      t("always.button.count", { label: t(`always.shelf.${shelf}`), count: counts.get(shelf) ?? 0 }),
      offersCallback.data({ shelf, page: 0 }),
    );
  return {
    text: joinLines(html`<b>${t("always.title")}</b>`, "", t("always.choose")),
    keyboard: [...rows(full.map(toShelf)), [toMenu(t)]],
  };
}

export const offersScreen = new Screen();

onCallback(offersScreen, offersCallback, async (ctx, state) =>
  show(ctx, await offersView(ctx.services, ctx.reader, state)),
);
onCallback(offersScreen, shelvesCallback, async (ctx) => show(ctx, await shelvesView(ctx.services, ctx.reader)));
onCallback(offersScreen, houseOffersCallback, async (ctx, state) =>
  show(ctx, await houseOffersView(ctx.services, ctx.reader, state)),
);
