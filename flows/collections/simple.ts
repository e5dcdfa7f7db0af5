import { collectionCallback, remindCollectionCallback } from "../../bot/collections/callbacks.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import type { Html } from "../../bot/words/html.ts";
import type { Translate } from "../../bot/words/messages/translator.ts";
import { simpleView, toHome } from "../simple/screen.ts";

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
  const hours = collectionCallback.data({ collectionId, face: "hour", page: 0 });
  return simpleView(t, text, [button(t("collection.button.programme"), hours), toHome(t)]);
}
