import type { BotContext } from "../../../bot/context.ts";
import { once } from "../../../bot/doors/telegram/dialogue/once.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../../bot/doors/telegram/screen/show.ts";
import { unmergePlace } from "../../../bot/programme/editing/places/merge-places-store.ts";
import { listPlaces } from "../../../bot/programme/editing/places/place-edit-store.ts";
import { reachOf } from "../../../bot/staff/permissions.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { enter } from "../../kit/dialogue.ts";
import { turnRow } from "../../kit/pagination.ts";
import { Screen } from "../../kit/screen.ts";
import { onStaffCallback, refuse, rightsOf } from "../authorize.ts";
import { toStaffMenu } from "../menu.ts";
import {
  findPlaceCallback,
  placeCallback,
  placeMergeCallback,
  placePinCallback,
  placesCallback,
  placeWordsCallback,
  unmergeCallback,
} from "./callbacks.ts";
import { findPlaceByName, mergePlace, pinOnePlace, writePlace } from "./edit-place.ts";
import { placeView } from "./place-view.ts";

const perPage = 8;

/** The places of somebody's institutions, or all of them; those that are not on the map come first. */
async function placesView(ctx: BotContext, page: number): Promise<View> {
  const { t } = ctx.reader;
  const reach = reachOf(await rightsOf(ctx), "places.edit");
  const all = await listPlaces(ctx.services.database, t.language, reach);
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const lost = all.filter(({ hasPoint }) => !hasPoint).length;
  return {
    text: joinLines(
      html`<b>${t("place.title")}</b>`,
      "",
      t("place.list", { count: all.length }),
      lost === 0 ? null : t("place.without_point", { count: lost }),
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ name, hasPoint }) => (hasPoint ? name : t("place.off_map", { name })),
        ({ id }) => placeCallback.data(id),
      ),
      turnRow(t, { page, hasMore: (page + 1) * perPage < all.length }, placesCallback.data),
      all.length > perPage ? [button(t("button.search"), findPlaceCallback.data(null))] : [],
      [toStaffMenu(t)],
    ],
  };
}

export const placesScreen = new Screen();

async function showPlace(ctx: BotContext, placeId: number, said?: string): Promise<void> {
  const view = await placeView(ctx.services, ctx.reader, placeId, said);
  await (view === null ? refuse(ctx) : show(ctx, view));
}

onStaffCallback(placesScreen, placesCallback, "places.edit", async (ctx, page) =>
  show(ctx, await placesView(ctx, page)),
);
onStaffCallback(placesScreen, placeCallback, "places.edit", (ctx, placeId) => showPlace(ctx, placeId));
onStaffCallback(placesScreen, findPlaceCallback, "places.edit", (ctx) => enter(ctx, findPlaceByName));
onStaffCallback(placesScreen, placeWordsCallback, "places.edit", (ctx, which) => enter(ctx, writePlace, which));
onStaffCallback(placesScreen, placePinCallback, "places.edit", (ctx, placeId) => enter(ctx, pinOnePlace, placeId));
onStaffCallback(placesScreen, placeMergeCallback, "places.edit", (ctx, placeId) => enter(ctx, mergePlace, placeId));

onStaffCallback(placesScreen, unmergeCallback, "places.edit", async (ctx, placeId) => {
  const { t, person, now } = ctx.reader;
  const outcome = await once(ctx, "unmerge", (database) => unmergePlace(database, { by: person.id, now }, placeId));
  if (outcome.kind === "forbidden") return refuse(ctx);
  const { value } = outcome;
  if (value.kind === "undone") return showPlace(ctx, placeId, t("place.unmerged"));
  await show(ctx, {
    text: html`${t("place.too_late")}`,
    keyboard: [[button(t("place.title"), placesCallback.data(0)), toStaffMenu(t)]],
  });
});
