import type { Queries } from "../../database/database.ts";
import { mostAttempts } from "./settlement.ts";

export interface Recovered {
  /** Certainly unsent, or to be sent again: pending as before. */
  pending: number;
  /** May have arrived; not sent again. */
  uncertain: number;
}

/**
 * Settles what is claimed and in nobody's hands: a dispatcher left it when it died, or could not write what became of it.
 * To be called by the holder of the lease; `held` is what it has in hand itself. Not attempted: certainly unsent.
 * Attempted: as settlementOf says of an uncertain outcome.
 */
export async function recover(queries: Queries, now: Date, held: Iterable<bigint> = []): Promise<Recovered> {
  const rows = await queries.$queryRaw<{ state: string; count: number }[]>`
    WITH recovered AS (
      UPDATE "Delivery" SET
        "state" = fate."state"::"DeliveryState",
        "claimedBy" = CASE WHEN fate."state" = 'uncertain' THEN "claimedBy" END,
        "settledAt" = CASE WHEN fate."state" = 'uncertain' THEN ${now}::timestamptz END,
        "reason" = CASE WHEN fate."state" = 'uncertain' THEN 'the program ended before the answer' END,
        "attemptedAt" = CASE WHEN fate."state" = 'uncertain' THEN "attemptedAt" END
      FROM (
        SELECT c."id", CASE WHEN c."attemptedAt" IS NOT NULL AND (c."lane" = 'bulk' OR c."attempts" >= ${mostAttempts}::int)
          THEN 'uncertain' ELSE 'pending' END AS "state"
        FROM "Delivery" c WHERE c."state" = 'claimed' AND c."id" <> ALL(${[...held]}::bigint[])
      ) fate
      WHERE "Delivery"."id" = fate."id"
      RETURNING fate."state"
    )
    SELECT "state", count(*)::int AS "count" FROM recovered GROUP BY "state"`;
  const count = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { pending: count("pending"), uncertain: count("uncertain") };
}
