import { editCollectionCallback, memberCallback, membersCallback } from "../../../bot/collections/callbacks.ts";
import { type CollectionMember, findMembers } from "../../../bot/collections/editing/members-store.ts";
import { collectionTitle } from "../../../bot/collections/words.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { button, listRows } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../../bot/doors/telegram/screen/show.ts";
import { html, joinLines } from "../../../bot/words/html.ts";
import { turnRow } from "../../kit/pagination.ts";
import { loadCollection } from "./load-collection.ts";

const perPage = 8;

type Stored = Pick<Services, "database">;

/** What was put into a collection, in its order; null where somebody may not look at it. */
export async function membersView(
  services: Stored,
  reader: Reader,
  { collectionId, page }: { collectionId: number; page: number },
  said?: string,
): Promise<View | null> {
  const { t } = reader;
  const collection = await loadCollection(services, reader, collectionId);
  if (collection === null) return null;
  const all = await findMembers(services.database, collectionId, t.language);
  const last = Math.max(0, Math.ceil(all.length / perPage) - 1);
  const here = Math.min(page, last);
  const shown = all.slice(here * perPage, (here + 1) * perPage);
  return {
    text: joinLines(
      said === undefined ? null : html`${said}\n`,
      html`<b>${t("collection.edit.members.title", { title: collectionTitle(collection.texts, t.language) })}</b>`,
      t(all.length === 0 ? "collection.edit.members.none" : "collection.edit.members.how"),
      "",
      ...shown.map((member, index) => `${here * perPage + index + 1}. ${lineOf(member, t)}`),
    ),
    keyboard: [
      ...listRows(
        shown,
        ({ title }) => title,
        ({ id }) => memberCallback.data({ memberId: id, move: "show" }),
      ),
      turnRow(t, { page: here, hasMore: here < last }, (to) => membersCallback.data({ collectionId, page: to })),
      [button(t("button.back"), editCollectionCallback.data(collectionId))],
    ],
  };
}

const lineOf = ({ title, isLeftOut }: CollectionMember, t: Reader["t"]): string =>
  isLeftOut ? `${title} (${t("collection.edit.members.left_out")})` : title;

/** One of them, to be moved or taken out; null where it is there no more. */
export async function memberView(
  services: Stored,
  reader: Reader,
  { collectionId, memberId }: { collectionId: number; memberId: number },
): Promise<View | null> {
  const { t } = reader;
  if ((await loadCollection(services, reader, collectionId)) === null) return null;
  const all = await findMembers(services.database, collectionId, t.language);
  const place = all.findIndex(({ id }) => id === memberId);
  const member = all[place];
  if (member === undefined) return membersView(services, reader, { collectionId, page: 0 });
  const to = (move: "up" | "down" | "out") => memberCallback.data({ memberId, move });
  return {
    text: html`${place + 1}. <b>${lineOf(member, t)}</b>`,
    keyboard: [
      member.isLeftOut
        ? []
        : [
            button(t("collection.edit.button.up"), to("up")),
            button(t("collection.edit.button.down"), to("down")),
            button(t("collection.edit.button.out"), to("out")),
          ],
      [button(t("button.back"), membersCallback.data({ collectionId, page: Math.floor(place / perPage) }))],
    ],
  };
}
