import type { Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { findAdministrators } from "../../staff/role-store.ts";

/** Milliseconds that such news makes sense. */
const validity = 24 * 3_600_000;

/**
 * Tells owners and admins that Zoom has not done what it was asked for a day; once per account and day. The account is
 * its place in the configuration, from 1; 0 when it is none of them or not known.
 */
export async function tellTrouble(queries: Queries, account: number, now: Date): Promise<void> {
  const staff = await findAdministrators(queries);
  const day = now.toISOString().slice(0, 10);
  await enqueue(
    queries,
    staff.map((personId) => ({
      personId,
      kind: "zoom-trouble",
      payload: { account },
      lane: "normal",
      dueAt: now,
      expiresAt: new Date(now.getTime() + validity),
      dedupeKey: `zoom-trouble:${account}:${day}:${personId}`,
    })),
  );
}

/** How many tasks have waited since `before`, and why the one that has waited longest did. */
export async function measureTrouble(
  queries: Queries,
  before: Date,
): Promise<{ count: number; reason: string | null } | undefined> {
  const [row] = await queries.$queryRaw<{ count: number; reason: string | null }[]>`
    SELECT count(*)::int AS "count", (array_agg("reason" ORDER BY "createdAt", "id"))[1] AS "reason"
    FROM "ZoomTask" WHERE "state" = 'pending' AND "createdAt" <= ${before}`;
  return row && row.count > 0 ? row : undefined;
}
