import type { ArrangedItem } from "../../bot/collections/arrange.ts";
import { collectionCallback, remindCollectionCallback } from "../../bot/collections/callbacks.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { cardCallback } from "../../bot/doors/telegram/screen/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { findListedByIds } from "../../bot/programme/listing/list-store.ts";
import { type Html, html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { oneEventView } from "../simple/one-event.ts";
import { simpleView, toHome, toNext } from "../simple/screen.ts";

/** A programme by the hour in simple mode, one thing a screen; which one, from 0. */
export async function simpleProgramme(
  { database }: Pick<Services, "database">,
  reader: Reader,
  { collectionId, index, arranged }: { collectionId: number; index: number; arranged: readonly ArrangedItem[] },
): Promise<View> {
  const { t } = reader;
  const dataOf = (page: number) => collectionCallback.data({ collectionId, face: "hour", page, articleId: null });
  const at = Math.min(index, arranged.length - 1);
  const occurrenceId = arranged[at]?.item.occurrenceId;
  const [row] = occurrenceId === undefined ? [] : await findListedByIds(database, [occurrenceId], t.language);
  if (row === undefined) return simpleView(t, html`${t("collection.gone")}`, [toHome(t)]);
  const open = cardCallback.data({ occurrenceId: row.occurrenceId, whole: false, from: dataOf(at) });
  return oneEventView(row, reader, { open, onwards: toNext(t, { index: at, total: arranged.length }, dataOf) });
}

/** Whether its reader can be reminded of a collection as a whole, or is. */
export type ReminderOfWhole = "none" | "offered" | "taken";

/** A collection in simple mode: the reminder, which brings the programme; then the programme itself. */
export function simpleAbout(
  t: Translate,
  text: Html,
  { collectionId, isEmpty, reminder }: { collectionId: number; isEmpty: boolean; reminder: ReminderOfWhole },
): View {
  if (reminder === "offered")
    return simpleView(t, text, [button(t("remind.button"), remindCollectionCallback.data(collectionId)), toHome(t)]);
  if (isEmpty) return simpleView(t, text, [toHome(t)]);
  const hours = collectionCallback.data({ collectionId, face: "hour", page: 0, articleId: null });
  return simpleView(t, text, [button(t("collection.button.programme"), hours), toHome(t)]);
}
