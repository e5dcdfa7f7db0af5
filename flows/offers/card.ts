import type { BotContext, Reader, Services } from "../../bot/context.ts";
import { deepLink, shareLink } from "../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, type Row, rows, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { isButtonUrl } from "../../bot/net/web-address.ts";
import { type Point, type StandingOffer, townKinds } from "../../bot/offers/offer.ts";
import { findOffer, findOfferOfStop } from "../../bot/offers/offer-store.ts";
import { formatOffer, formatStop, hasMoreText, offerTitle, stopTitle } from "../../bot/offers/words.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { chooseFields } from "../../bot/words/language.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";
import { institutionData } from "../programme/callbacks.ts";
import { simpleOfferView } from "../simple/offers.ts";
import {
  offerCallback,
  offerMapCallback,
  type StandingOfferState,
  stopMapCallback,
  stopsCallback,
} from "./callbacks.ts";
import { toOffers } from "./list.ts";

type Stored = Pick<Services, "database">;

const goneView = ({ t }: Reader): View => {
  const menu = menuView(t, html`${t("always.gone")}`);
  return { ...menu, keyboard: [[toOffers(t)], ...menu.keyboard] };
};

/** The card of something without a date; when it is gone, a sentence that says so. */
export async function offerView(
  { database }: Stored,
  reader: Reader,
  state: StandingOfferState,
  username: string,
): Promise<View> {
  const { t } = reader;
  const offer = await findOffer(database, state.offerId);
  if (offer?.state !== "shown") return goneView(reader);
  const more = button(t("button.whole_text"), offerCallback.data({ ...state, whole: true }));
  const text = formatOffer(offer, reader, state.whole);
  const ways = leadingOut(offer, state, reader);
  return {
    inSimpleMode: simpleOfferView(text, reader, { wayThere: ways[0], from: state.from }),
    text,
    keyboard: [
      ...rows([...ways, shareOffer(offer, reader, username)]),
      [
        ...(state.from === "" ? [toOffers(t), toMenu(t)] : [button(t("button.back"), state.from)]),
        ...(!state.whole && hasMoreText(offer, t) ? [more] : []),
      ],
    ],
  };
}

/** To the web, the map, the stops, the house. */
function leadingOut(offer: StandingOffer, { from }: StandingOfferState, { t }: Reader): Row {
  const { id, url, stops, place, institutionId } = offer;
  const isAway = townKinds.includes(offer.kind);
  return [
    ...(url !== null && isButtonUrl(url)
      ? [urlButton(t(isAway ? "always.button.site" : "always.button.open"), url)]
      : []),
    ...(stops.length > 0
      ? [button(t("always.button.stops", { count: stops.length }), stopsCallback.data({ offerId: id, page: 0, from }))]
      : []),
    ...(place?.point ? [button(t("button.map"), offerMapCallback.data(id))] : []),
    ...(institutionId === null ? [] : [button(t("button.institution"), institutionData(institutionId))]),
  ];
}

function shareOffer(offer: StandingOffer, { t }: Reader, username: string) {
  // Each Cyrillic letter is six characters of an address.
  const title = cutAtWord(offerTitle(offer, t), 120);
  const text = t("always.share_text", { title, kind: t(`always.kind.${offer.kind}`) });
  return urlButton(
    t("button.share"),
    shareLink(username, { url: deepLink(username, { kind: "offer", id: offer.id }), text }),
  );
}

/** Stops on a page. */
const stopsPerPage = 5;

async function stopsView(
  { database }: Stored,
  reader: Reader,
  { offerId, page, from }: { offerId: number; page: number; from: string },
): Promise<View> {
  const { t } = reader;
  const offer = await findOffer(database, offerId);
  if (offer?.state !== "shown" || offer.stops.length === 0) return goneView(reader);
  const first = Math.min(page, Math.floor((offer.stops.length - 1) / stopsPerPage)) * stopsPerPage;
  const shown = offer.stops.map((stop, index) => ({ ...stop, number: index + 1 })).slice(first, first + stopsPerPage);
  const at = first / stopsPerPage;
  const hasMore = first + stopsPerPage < offer.stops.length;
  const back = button(t("button.back"), offerCallback.data({ offerId, whole: false, from }));
  return {
    text: joinLines(
      html`<b>${offerTitle(offer, t)}</b>`,
      t("always.stops"),
      "",
      ...shown.map((stop) => formatStop(stop, stop.number, t)),
      "",
      shown.some(({ point }) => point !== null) ? t("always.stops_hint") : null,
    ),
    keyboard: [
      ...listRows(
        shown.filter(({ point }) => point !== null),
        (stop) => t("always.stop", { number: String(stop.number), title: stopTitle(stop, t) }),
        ({ id }) => stopMapCallback.data(id),
      ),
      turnRow(t, { page: at, hasMore }, (to) => stopsCallback.data({ offerId, page: to, from }), [back]),
    ],
  };
}

/** Sends a point of the map beside the card. */
async function sendPoint(ctx: BotContext, point: Point, title: string, address: string | null): Promise<void> {
  await answerTap(ctx);
  // Telegram refuses a venue without an address.
  await ctx.replyWithVenue(point.latitude, point.longitude, title, address || title);
}

export const offerScreen = new Screen();

onCallback(offerScreen, offerCallback, async (ctx, state) =>
  show(ctx, await offerView(ctx.services, ctx.reader, state, ctx.me.username)),
);
onCallback(offerScreen, stopsCallback, async (ctx, state) =>
  show(ctx, await stopsView(ctx.services, ctx.reader, state)),
);
onCallback(offerScreen, offerMapCallback, async (ctx, id) => {
  const offer = await findOffer(ctx.services.database, id);
  const place = offer?.place;
  if (offer?.state !== "shown" || !place?.point) return show(ctx, goneView(ctx.reader));
  const words = chooseFields(place.texts, ctx.reader.t.language)?.fields;
  await sendPoint(ctx, place.point, words?.title ?? offerTitle(offer, ctx.reader.t), words?.address ?? null);
});
onCallback(offerScreen, stopMapCallback, async (ctx, stopId) => {
  const { t } = ctx.reader;
  const offer = await findOfferOfStop(ctx.services.database, stopId);
  const stop = offer?.stops.find(({ id }) => id === stopId);
  if (offer?.state !== "shown" || !stop?.point) return show(ctx, goneView(ctx.reader));
  const number = String(offer.stops.indexOf(stop) + 1);
  await sendPoint(ctx, stop.point, t("always.stop", { number, title: stopTitle(stop, t) }), offerTitle(offer, t));
});
