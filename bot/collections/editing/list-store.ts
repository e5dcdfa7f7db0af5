import type { Queries } from "../../database/database.ts";
import { reachOf, type Staff } from "../../staff/permissions.ts";
import type { Collection } from "../collection.ts";
import { collectionOf } from "../collection-store.ts";

/** Finds the collections that somebody may edit, the newest first. */
export async function findCollectionsToEdit(queries: Queries, staff: Staff): Promise<Collection[]> {
  const own = reachOf(staff, "collections.edit");
  const rows = await queries.collection.findMany({
    where: own === null ? {} : { institutionId: { in: own } },
    include: { texts: true },
    orderBy: { id: "desc" },
    take: 500,
  });
  return rows.map(collectionOf);
}
