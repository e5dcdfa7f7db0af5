import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { show } from "../../../bot/doors/telegram/screen/show.ts";
import { showOffer } from "../../../bot/offers/edit-store.ts";
import { enter } from "../../kit/dialogue.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse } from "../authorize.ts";
import {
  askWithdrawOfferCallback,
  editOfferCallback,
  editOffersCallback,
  newOfferCallback,
  offerFieldCallback,
  showOfferCallback,
  withdrawOfferCallback,
} from "./callbacks.ts";
import { changeOffer } from "./edit-offer.ts";
import { newOffer } from "./new-offer.ts";
import { editOffersView, offerScreenOf } from "./view.ts";

/** What is there without a date, for its editors. */
export const editOffersScreen = new Screen();

const right = "programme.edit";

onStaffCallback(editOffersScreen, editOffersCallback, right, async (ctx, page) =>
  show(ctx, await editOffersView(ctx.services, ctx.reader, page)),
);
onStaffCallback(editOffersScreen, newOfferCallback, right, (ctx) => enter(ctx, newOffer));
onStaffCallback(editOffersScreen, offerFieldCallback, right, (ctx, which) => enter(ctx, changeOffer, which));
onStaffCallback(editOffersScreen, editOfferCallback, right, (ctx, id) => showOne(ctx, id));
onStaffCallback(editOffersScreen, askWithdrawOfferCallback, right, (ctx, id) =>
  showOne(ctx, id, { isWithdrawing: true }),
);
onStaffCallback(editOffersScreen, withdrawOfferCallback, right, (ctx, id) => switchOffer(ctx, id, false));
onStaffCallback(editOffersScreen, showOfferCallback, right, (ctx, id) => switchOffer(ctx, id, true));

async function showOne(
  ctx: BotContext,
  offerId: number,
  more: { said?: string; isWithdrawing?: boolean } = {},
): Promise<void> {
  const view = await offerScreenOf(ctx, offerId, more);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

async function switchOffer(ctx: BotContext, offerId: number, isShown: boolean): Promise<void> {
  const { person, now, t } = ctx.reader;
  const done = await once(ctx, "show-offer", (database) =>
    showOffer(database, { by: person.id, now }, offerId, isShown),
  );
  if (done.kind === "forbidden") return refuse(ctx);
  await showOne(ctx, offerId, { said: t(isShown ? "always_edit.shown" : "always_edit.withdrawn") });
}
