import type { BotContext, Reader, Services } from "../../../bot/context.ts";
import { deepLink, shareLink } from "../../../bot/doors/telegram/screen/deep-links.ts";
import { button, listRows, type Row, rows, urlButton } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import type { StandingOffer } from "../../../bot/offers/offer.ts";
import { findEditableOffers, findOffer } from "../../../bot/offers/offer-store.ts";
import { formatOffer, offerTitle } from "../../../bot/offers/words.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may, reachOf } from "../../../bot/staff/permissions.ts";
import { cutAtWord } from "../../../bot/words/cut.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { toStaffMenu } from "../menu.ts";
import {
  askWithdrawOfferCallback,
  editOfferCallback,
  editOffersCallback,
  newOfferCallback,
  type OfferField,
  offerFieldCallback,
  offerFields,
  showOfferCallback,
  withdrawOfferCallback,
} from "./callbacks.ts";

type Stored = Pick<Services, "database">;
type Editor = Pick<Reader, "t" | "person" | "zone" | "now">;

const perPage = 8;

/** What somebody may edit, the newest first; `said` tells what has just happened. */
export async function editOffersView({ database }: Stored, reader: Editor, page: number, said?: string): Promise<View> {
  const { t, person } = reader;
  const institutionIds = reachOf(await findStaff(database, person.id), "programme.edit");
  const { offers, hasMore } = await findEditableOffers(database, { institutionIds, page, perPage });
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("always_edit.title")}</b>`,
      t("always_edit.what_for"),
      "",
      offers.length === 0 ? t("always_edit.none") : null,
      ...offers.map((offer) =>
        t("always_edit.row", { title: shortTitle(offer, reader), state: stateOf(offer, reader) }),
      ),
    ),
    keyboard: [
      [button(t("always_edit.button.new"), newOfferCallback.data(null))],
      ...listRows(
        offers,
        (offer) => offerTitle(offer, t),
        ({ id }) => editOfferCallback.data(id),
      ),
      turnRow(t, { page, hasMore }, editOffersCallback.data),
      [toStaffMenu(t)],
    ],
  };
}

const shortTitle = (offer: StandingOffer, { t }: Editor): string => cutAtWord(offerTitle(offer, t), 60);
const stateOf = ({ state }: StandingOffer, { t }: Editor): string => t(`always_edit.state.${state}`);

/** Loads one for whoever may edit it; null for everybody else, and where there is none. */
export async function loadOffer(
  { database }: Stored,
  { person }: Pick<Reader, "person">,
  offerId: number,
): Promise<StandingOffer | null> {
  const [offer, staff] = await Promise.all([findOffer(database, offerId), findStaff(database, person.id)]);
  return offer !== null && may(staff, "programme.edit", { institutionId: offer.institutionId }) ? offer : null;
}

/** One as residents see it, with all that can be done to it; null where it is not the reader's to edit. */
export async function editOfferView(
  services: Stored,
  reader: Editor,
  which: { offerId: number; bot: string },
  { said, isWithdrawing = false }: { said?: string; isWithdrawing?: boolean } = {},
): Promise<View | null> {
  const { t } = reader;
  const offer = await loadOffer(services, reader, which.offerId);
  if (offer === null) return null;
  const { id } = offer;
  const asking: Row[] = [
    [
      button(t("always_edit.button.withdraw"), withdrawOfferCallback.data(id)),
      button(t("button.back"), editOfferCallback.data(id)),
    ],
  ];
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<i>${stateOf(offer, reader)}</i>`,
      formatOffer(offer, reader, false),
      isWithdrawing ? html`\n${t("always_edit.ask_withdraw")}` : null,
    ),
    keyboard: isWithdrawing ? asking : buttonsOf(offer, reader, which.bot),
  };
}

function buttonsOf(offer: StandingOffer, { t }: Editor, bot: string): Row[] {
  const { id, state } = offer;
  const url = deepLink(bot, { kind: "offer", id });
  const label = { draft: "always_edit.button.publish", withdrawn: "always_edit.button.give_back" } as const;
  const first: Row =
    state === "shown"
      ? [
          button(t("always_edit.button.withdraw"), askWithdrawOfferCallback.data(id)),
          urlButton(t("button.share"), shareLink(bot, { url, text: cutAtWord(offerTitle(offer, t), 120) })),
        ]
      : [button(t(label[state]), showOfferCallback.data(id))];
  const fields = offerFields.filter((field) => isChangeable(field, offer));
  return [
    first,
    ...rows(
      fields.map((field) => button(t(`always_edit.field.${field}`), offerFieldCallback.data({ offerId: id, field }))),
    ),
    [button(t("always_edit.title"), editOffersCallback.data(0)), toStaffMenu(t)],
  ];
}

/** A route has stops, and they can be called in another language once they are there. */
function isChangeable(field: OfferField, { kind, stops }: StandingOffer): boolean {
  if (field === "stops") return kind === "walking_route";
  return field.startsWith("stops_") ? stops.length > 0 : true;
}

/** The screen of one offer for an update. */
export const offerScreenOf = (
  { services, reader, me }: BotContext,
  offerId: number,
  more: { said?: string; isWithdrawing?: boolean } = {},
): Promise<View | null> => editOfferView(services, reader, { offerId, bot: me.username }, more);
