import type { Database } from "../database/database.ts";

/** Rows deleted by one statement: a digest to a whole city must not lock the outbox for seconds. */
const share = 10_000;

/**
 * Deletes deliveries settled before `before`: who was told what need not be known for ever, how many is. Returns how
 * many were deleted.
 */
export async function forgetDeliveries(database: Database, before: Date): Promise<number> {
  for (let forgotten = 0; ; ) {
    const deleted = await database.$executeRaw`
      DELETE FROM "Delivery" WHERE "id" IN (
        SELECT "id" FROM "Delivery"
        WHERE "state" IN ('sent', 'failed', 'expired', 'cancelled', 'uncertain') AND "settledAt" < ${before}
        LIMIT ${share})`;
    forgotten += deleted;
    if (deleted < share) return forgotten;
  }
}
