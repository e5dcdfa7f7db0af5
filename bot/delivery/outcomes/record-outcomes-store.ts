import type { Queries } from "../../database/database.ts";
import type { Settlement } from "./settlement.ts";

export interface Settled {
  id: bigint;
  personId: number;
  settlement: Settlement;
}

/**
 * Writes what became of deliveries, and who could not be reached, in one statement. Rows of another dispatcher are
 * left alone; one that it took for uncertain is corrected.
 */
export async function settle(queries: Queries, holder: string, settled: readonly Settled[], now: Date): Promise<void> {
  const rows = settled.map(({ id, personId, settlement }) => ({
    id: String(id),
    personId: String(personId),
    state: settlement.state,
    messageId: settlement.state === "sent" ? settlement.messageId : null,
    otherMessageIds: settlement.state === "sent" ? (settlement.otherMessageIds ?? []) : [],
    dueAt: settlement.state === "pending" ? (settlement.dueAt ?? null) : null,
    // PostgreSQL takes neither NUL nor half of a character, and a page of HTML helps nobody.
    reason: "reason" in settlement ? settlement.reason.replaceAll("\0", "").slice(0, 300).toWellFormed() : null,
    unreachable: settlement.state === "failed" ? (settlement.unreachable ?? null) : null,
    untried: settlement.state === "pending" && !settlement.isAttempt,
  }));
  await queries.$executeRaw`
    WITH settled AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(
        "id" bigint, "personId" bigint, "state" text, "messageId" int, "otherMessageIds" int[], "dueAt" timestamptz,
        "reason" text, "unreachable" text, "untried" boolean)
    ), unreachable AS (
      -- Telegram's answer may be older than the person's return: then it is no longer true, and nobody would take it back.
      UPDATE "Person" p SET "blockedAt" = ${now} FROM settled s JOIN "Delivery" a ON a."id" = s."id"
      WHERE s."unreachable" IS NOT NULL AND a."attemptedAt" IS NOT NULL AND p."id" = s."personId" AND p."blockedAt" IS NULL
        AND (p."unblockedAt" IS NULL OR a."attemptedAt" > p."unblockedAt")
    )
    UPDATE "Delivery" d SET
      "state" = s."state"::"DeliveryState",
      "messageId" = s."messageId",
      "otherMessageIds" = s."otherMessageIds",
      "dueAt" = coalesce(s."dueAt", d."dueAt"),
      "reason" = s."reason",
      "unreachable" = s."unreachable"::"Unreachable",
      "settledAt" = CASE WHEN s."state" <> 'pending' THEN ${now}::timestamptz END,
      "claimedBy" = CASE WHEN s."state" <> 'pending' THEN d."claimedBy" END,
      -- Tried without anything being sent is not tried.
      "attempts" = CASE WHEN s."untried" AND d."attemptedAt" IS NOT NULL THEN d."attempts" - 1 ELSE d."attempts" END,
      "attemptedAt" = CASE WHEN s."state" <> 'pending' THEN d."attemptedAt" END
    FROM settled s
    WHERE d."id" = s."id" AND d."claimedBy" = ${holder} AND d."state" IN ('claimed', 'uncertain')`;
}

/**
 * Settles what is too late. What waits for its turn is found out when it is claimed; this is for what nobody claims,
 * because the person did not come back in time. It reads all that is pending: an index for it would slow every fan-out.
 */
export async function expire(queries: Queries, now: Date): Promise<number> {
  const { count } = await queries.delivery.updateMany({
    where: { state: "pending", expiresAt: { lte: now } },
    data: { state: "expired", settledAt: now, reason: "too late" },
  });
  return count;
}
