import {
  editCollectionCallback,
  editCollectionsCallback,
  newCollectionCallback,
} from "../../../bot/collections/callbacks.ts";
import { findCollectionsToEdit } from "../../../bot/collections/editing/list-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { toStaffMenu } from "../menu.ts";
import { stateOf } from "./load-collection.ts";

const perPage = 8;

/** The collections that somebody may edit, the newest first; `said` tells what has just happened. */
export async function editCollectionsView(
  { database }: Pick<Services, "database">,
  { t, person, now }: Pick<Reader, "t" | "person" | "now">,
  page: number,
  said?: string,
): Promise<View> {
  const all = await findCollectionsToEdit(database, await findStaff(database, person.id));
  const shown = all.slice(page * perPage, (page + 1) * perPage);
  const titleOf = ({ texts }: (typeof all)[number]) => collectionTitle(texts, t.language);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("collection.edit.title")}</b>`,
      t(all.length === 0 ? "collection.edit.none" : "collection.edit.hint"),
      "",
      ...shown.map((each) => {
        const state = t(`collection.edit.state.${stateOf(each, now)}`);
        return t("collection.edit.row", { title: titleOf(each), state });
      }),
    ),
    keyboard: [
      [button(t("collection.edit.button.new"), newCollectionCallback.data(null))],
      ...listRows(shown, titleOf, ({ id }) => editCollectionCallback.data(id)),
      turnRow(t, { page, hasMore: (page + 1) * perPage < all.length }, editCollectionsCallback.data),
      [toStaffMenu(t)],
    ],
  };
}
