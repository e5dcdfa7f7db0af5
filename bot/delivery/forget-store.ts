import type { Database } from "../database/database.ts";
import { type Swept, share, stepwise } from "../database/stepwise.ts";

/**
 * Deletes deliveries settled before `before`: who was told what need not be known for ever, how many is. Returns how
 * many were deleted. Their ids rise nearly as their times do, so the walk is along the ids, between bounds that the
 * index of times finds without reading what is younger.
 */
export async function forgetDeliveries(database: Database, before: Date): Promise<number> {
  const [bounds] = await database.$queryRaw<{ first: bigint | null; last: bigint | null }[]>`
    SELECT min("id") AS "first", max("id") AS "last" FROM "Delivery" WHERE "settledAt" < ${before}`;
  const { first, last } = bounds ?? {};
  if (first == null || last == null) return 0;
  return stepwise(
    first,
    (from) => database.$queryRaw<Swept<bigint>[]>`
      WITH old AS (
        SELECT "id" FROM "Delivery"
        WHERE "id" BETWEEN ${from} AND ${last} AND "settledAt" < ${before}
          AND "state" IN ('sent', 'failed', 'expired', 'cancelled', 'uncertain')
        ORDER BY "id" LIMIT ${share}
      ), gone AS (DELETE FROM "Delivery" d USING old WHERE d."id" = old."id" RETURNING d."id")
      SELECT count(*)::int AS "count", max("id") AS "last" FROM gone`,
  );
}
