import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { pageSize } from "../../bot/programme/listing/list-query.ts";
import { findListed } from "../../bot/programme/listing/list-store.ts";
import { capitalise } from "../../bot/words/capitalise.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { formatWhen } from "../../bot/words/time/when.ts";
import { simpleWatchCallback } from "../account/callbacks.ts";
import { simpleView, toHome, toNext } from "./screen.ts";

/** One event of today; which one, from 0. */
export async function watchView(
  { database }: Pick<Services, "database">,
  reader: Reader,
  index: number,
): Promise<View> {
  const { t, now, zone } = reader;
  const listing = { scope: { kind: "tonight" }, filters: {}, page: Math.floor(index / pageSize) } as const;
  const { rows, total } = await findListed(database, listing, { language: t.language, now, zone });
  const row = rows[index % pageSize];
  if (row === undefined) return simpleView(t, html`${t("simple.nothing")}`, [toHome(t)]);
  const where = row.attendanceMode === "online" || row.where === null ? t("mode.online") : row.where;
  const when = capitalise(formatWhen({ ...row, hasEndTime: false }, t, zone, now));
  const open = cardCallback.data({
    occurrenceId: row.occurrenceId,
    whole: false,
    from: simpleWatchCallback.data(index),
  });
  return simpleView(
    t,
    html`${t("simple.event", { title: cutAtWord(row.title, 100), when, where: capitalise(where) })}`,
    [button(t("remind.open"), open), toNext(t, { index, total }, simpleWatchCallback.data)],
  );
}
