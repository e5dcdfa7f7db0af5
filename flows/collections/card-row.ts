import { collectionCallback } from "../../bot/collections/callbacks.ts";
import { collectionTitle } from "../../bot/collections/words.ts";
import type { Reader } from "../../bot/context.ts";
import { type Row, wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { Card } from "../../bot/programme/card/card.ts";

/** The Night, festival or collection that it is a part of. */
export const collectionRow = ({ collection }: Card, { t }: Reader): Row[] => {
  if (collection === null) return [];
  const title = collectionTitle(collection.texts, t.language);
  const state = { collectionId: collection.id, face: "about", page: 0, articleId: null } as const;
  return [[wideButton(t("collection.button.part", { title }), collectionCallback.data(state))]];
};
