import type { Queries } from "../../../database/database.ts";
import type { Door } from "../../../people/address.ts";
import { updateKey } from "../intake/updates.ts";

/**
 * Updates whose handling has begun and not ended; `people/identify-store.ts` notes them in the statement that finds the
 * person, and the receipt takes them out. What is left over after a death of the program may have been its cause.
 */

/** Deaths in the middle of an update after which it is given up. */
export const mostDeaths = 3;

/** Notes one more beginning of an update that was begun before. */
export async function beginAgain(queries: Queries, updateId: number, door: Door): Promise<void> {
  await queries.updateBegun.updateMany({
    where: { key: updateKey(updateId, door) },
    data: { count: { increment: 1 } },
  });
}

/** Takes back the last beginning of updates that ended without being done: the program lived on. */
export async function takeBack(queries: Queries, updateIds: readonly number[], door: Door): Promise<void> {
  const keys = updateIds.map((updateId) => updateKey(updateId, door));
  await queries.$executeRaw`
    WITH fewer AS (UPDATE "UpdateBegun" SET "count" = "count" - 1 WHERE "key" = ANY(${keys}) AND "count" > 1)
    DELETE FROM "UpdateBegun" WHERE "key" = ANY(${keys}) AND "count" <= 1`;
}

/** Deletes what was begun before `before` and came no more. */
export async function forgetBegun(queries: Queries, before: Date): Promise<void> {
  await queries.updateBegun.deleteMany({ where: { at: { lt: before } } });
}
