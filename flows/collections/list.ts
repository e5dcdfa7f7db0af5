import { collectionCallback, collectionsCallback } from "../../bot/collections/callbacks.ts";
import { findCurrentCollections } from "../../bot/collections/collection-store.ts";
import { collectionTitle, formatCollectionDates } from "../../bot/collections/words.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { listRows } from "../../bot/doors/telegram/screen/keyboard.ts";
import { send, show, type View } from "../../bot/doors/telegram/screen/show.ts";
import { pageSize } from "../../bot/programme/listing/list-query.ts";
import { html, joinLines } from "../../bot/words/html.ts";
import { toMenu } from "../account/menu.ts";
import { onCallback } from "../kit/on-callback.ts";
import { onCommand } from "../kit/on-command.ts";
import { turnRow } from "../kit/pagination.ts";
import { Screen } from "../kit/screen.ts";
import { aboutOf } from "./collection.ts";

/** The Nights, festivals and collections that are current, what begins first before the others. */
export async function collectionsView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  page: number,
): Promise<View> {
  const { t, now } = reader;
  const all = await findCurrentCollections(database, now);
  const shown = all.slice(page * pageSize, (page + 1) * pageSize);
  return {
    text: joinLines(
      html`<b>${t("collection.title")}</b>`,
      t(all.length === 0 ? "collection.none" : "collection.hint"),
      "",
      ...shown.map(({ kind, texts, dates }) => {
        const when = formatCollectionDates(dates, reader) ?? t(`collection.kind.${kind}`).toLowerCase();
        return t("collection.row", { title: collectionTitle(texts, t.language), when });
      }),
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ texts }) => collectionTitle(texts, t.language),
        ({ id }) => collectionCallback.data(aboutOf(id)),
      ),
      turnRow(t, { page, hasMore: (page + 1) * pageSize < all.length }, collectionsCallback.data, [toMenu(t)]),
    ],
  };
}

export const collectionsScreen = new Screen();

onCommand(collectionsScreen, ["nights", "festivals"], async (ctx) =>
  send(ctx, await collectionsView(ctx.services, ctx.reader, 0)),
);
onCallback(collectionsScreen, collectionsCallback, async (ctx, page) =>
  show(ctx, await collectionsView(ctx.services, ctx.reader, page)),
);
