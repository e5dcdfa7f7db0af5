import { collectionCallback, routeCallback } from "../../bot/collections/callbacks.ts";
import { findShownCollection } from "../../bot/collections/collection-store.ts";
import { findProgramme } from "../../bot/collections/programme-store.ts";
import { lengthOf, routeLink, routeOf } from "../../bot/collections/route.ts";
import { collectionTitle, formatStop } from "../../bot/collections/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { button, urlButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import { show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { formatDistance } from "../../bot/words/distance.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { Screen } from "../kit/screen.ts";
import { chooserOf } from "./chooser.ts";
import { aboutOf } from "./collection.ts";

/** The way through the places of a collection, with a map of it: of what its reader chose, or a walk of an evening. */
async function routeView({ database }: Services, reader: Reader, collectionId: number): Promise<View> {
  const { t, now } = reader;
  const collection = await findShownCollection(database, collectionId, now);
  if (collection === null) return menuView(t, html`${t("collection.gone")}`);
  const looking = { now, language: t.language, personId: chooserOf(reader) };
  const items = await findProgramme(database, collectionId, looking);
  const { stops, leftOut, isChosen } = routeOf(items, { now, dates: collection.dates });
  const title = collectionTitle(collection.texts, t.language);
  const walk = () => t("collection.route.walk", { distance: formatDistance(lengthOf(stops), t) });
  const others = () => (isChosen ? t("collection.route.more") : t("collection.route.left_out", { count: leftOut }));
  return {
    text: joinLines(
      html`<b>${t("collection.route.title", { title })}</b>`,
      stops.length === 0 ? t("collection.route.none") : isChosen ? t("collection.route.chosen") : walk(),
      "",
      ...stops.map((stop, index) => formatStop(stop, index + 1, reader)),
      leftOut > 0 ? html`\n${others()}` : null,
    ),
    keyboard: [
      stops.length === 0 ? [] : [urlButton(t("collection.button.map"), routeLink(stops))],
      [button(t("button.back"), collectionCallback.data(aboutOf(collectionId))), toMenu(t)],
    ],
  };
}

export const routeScreen = new Screen();

onCallback(routeScreen, routeCallback, async (ctx, collectionId) =>
  show(ctx, await routeView(ctx.services, ctx.reader, collectionId)),
);
