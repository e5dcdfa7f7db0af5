import { collectionCallback } from "../../bot/collections/callbacks.ts";
import { findNamedCollections, type ListedCollection } from "../../bot/collections/collection-store.ts";
import { type Naming, namingOf } from "../../bot/collections/match-title.ts";
import { collectionTitle } from "../../bot/collections/words.ts";
import type { BotContext } from "../../bot/context.ts";
import { wideButton } from "../../bot/doors/telegram/screen/keyboard.ts";
import type { View } from "../../bot/doors/telegram/screen/show.ts";
import { aboutOf, collectionView } from "./collection.ts";

/** A collection that somebody called by its title. */
export interface Called {
  collection: ListedCollection;
  naming: Exclude<Naming, null>;
}

/** Finds the collection that a text calls by its title in any language, by the whole of it before a part; null: none. */
export async function findCalled({ services, reader }: BotContext, text: string): Promise<Called | null> {
  const current = await findNamedCollections(services.database, reader.now);
  const called = current.flatMap((collection): Called[] => {
    const titles = Object.values(collection.texts).map(({ title }) => title);
    const naming = namingOf(text, titles);
    return naming === null ? [] : [{ collection, naming }];
  });
  return called.find(({ naming }) => naming === "whole") ?? called[0] ?? null;
}

export const calledView = ({ services, reader, me }: BotContext, { collection }: Called): Promise<View> =>
  collectionView(services, reader, aboutOf(collection.id), me.username);

/** What a search found, below a button to the collection that may have been meant. */
export function besideCalled({ reader: { t } }: BotContext, { collection }: Called, view: View): View {
  const title = collectionTitle(collection.texts, t.language);
  const label = t("collection.button.part", { title });
  return {
    ...view,
    keyboard: [[wideButton(label, collectionCallback.data(aboutOf(collection.id)))], ...view.keyboard],
  };
}
