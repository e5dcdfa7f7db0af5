import type { Queries } from "../database/database.ts";
import type { Lane } from "./delivery.ts";

export interface QueueDepth {
  lane: Lane;
  state: "pending" | "claimed";
  count: number;
}

/** How much waits, by lane; for /metrics. */
export async function measureQueue(queries: Queries): Promise<QueueDepth[]> {
  return queries.$queryRaw<QueueDepth[]>`
    SELECT "lane"::text AS "lane", "state"::text AS "state", count(*)::int AS "count"
    FROM "Delivery" WHERE "state" IN ('pending', 'claimed') GROUP BY 1, 2`;
}
