import type { Reader, Services } from "../../bot/context.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { html } from "../../bot/words/html.ts";
import { simpleWatchCallback } from "../account/callbacks.ts";
import { oneListedView } from "./list.ts";
import { simpleView, toHome } from "./screen.ts";

/** One event of today; which one, from 0. */
export async function watchView(of: Pick<Services, "database">, reader: Reader, index: number): Promise<View> {
  const { t } = reader;
  const listing = { scope: { kind: "tonight" }, filters: {} } as const;
  const view = await oneListedView(of, reader, { listing, index, dataOf: simpleWatchCallback.data });
  return view ?? simpleView(t, html`${t("simple.nothing")}`, [toHome(t)]);
}
