import { type Collection, isShown } from "../../../bot/collections/collection.ts";
import { findCollection } from "../../../bot/collections/collection-store.ts";
import type { Reader, Services } from "../../../bot/context.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";

/** Reads a collection for somebody who may edit it; null for everybody else. */
export async function loadCollection(
  { database }: Pick<Services, "database">,
  { person }: Pick<Reader, "person">,
  id: number,
): Promise<Collection | null> {
  const collection = await findCollection(database, id);
  if (collection === null) return null;
  const { institutionId } = collection;
  return may(await findStaff(database, person.id), "collections.edit", { institutionId }) ? collection : null;
}

/** Whether residents see it, in a word. */
export const stateOf = (collection: Collection, now: Date): "draft" | "shown" | "withdrawn" =>
  collection.withdrawnAt !== null ? "withdrawn" : isShown(collection, now) ? "shown" : "draft";
