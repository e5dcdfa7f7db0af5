import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { type Listing, pageSize } from "../../bot/programme/listing/list-query.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { formatScope } from "../../bot/programme/listing/words.ts";
import { html } from "../../bot/words/html.ts";
import { listCallback } from "../programme/callbacks.ts";
import { oneEventView } from "./one-event.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

/** Which event of a list, from 0, and the data of the button to another one. */
interface Asked {
  listing: Omit<Listing, "page">;
  index: number;
  dataOf(index: number): string;
  said?: string;
}

/** One event of a list; null where it has none at that place. */
export async function oneListedView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { listing, index, dataOf, said }: Asked,
): Promise<View | null> {
  const { t, now, zone } = reader;
  const page = Math.floor(index / pageSize);
  const { rows, total } = await findListed(database, { ...listing, page }, { language: t.language, now, zone });
  const row = rows[index % pageSize];
  if (row === undefined) return null;
  return oneEventView(row, reader, {
    said: said ?? null,
    open: cardCallback.data({ occurrenceId: row.occurrenceId, whole: false, from: dataOf(index) }),
    onwards: toNext(t, { index, total }, dataOf),
  });
}

/** A list, one event a screen: its page is the place of the event among all. */
export async function simpleListView(
  of: Pick<Services, "database">,
  reader: Reader,
  { scope, filters, page: index }: Listing,
): Promise<View> {
  const { t } = reader;
  const said = formatScope(scope, reader);
  const listing = { scope, filters };
  const dataOf = (page: number) => listCallback.data({ ...listing, page });
  const view = await oneListedView(of, reader, { listing, index, dataOf, said });
  return view ?? simpleView(t, html`${said}\n\n${t("list.empty")}`, [toHome(t)]);
}
