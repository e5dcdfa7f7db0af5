import type { Queries } from "../../database/database.ts";
import type { Destination } from "../../people/address.ts";
import type { Settlement } from "./settlement.ts";

export interface Settled {
  id: bigint;
  settlement: Settlement;
  /** Where it went; absent: it was not attempted. */
  at?: Destination;
}

/**
 * Writes what became of deliveries, and who could not be reached where, in one statement. Rows of another dispatcher are
 * left alone; one that it took for uncertain is corrected. Who could not be reached at one messenger and can be at another
 * gets it there: it is pending again. Whose a delivery is stands in its row: its person may have become another's meanwhile.
 */
export async function settle(queries: Queries, holder: string, settled: readonly Settled[], now: Date): Promise<void> {
  const rows = settled.map(({ id, settlement, at }) => ({
    id: String(id),
    state: settlement.state,
    messageId: settlement.state === "sent" ? settlement.messageId : null,
    otherMessageIds: settlement.state === "sent" ? (settlement.otherMessageIds ?? []) : [],
    dueAt: settlement.state === "pending" ? (settlement.dueAt ?? null) : null,
    // PostgreSQL takes neither NUL nor half of a character, and a page of HTML helps nobody.
    reason: "reason" in settlement ? settlement.reason.replaceAll("\0", "").slice(0, 300).toWellFormed() : null,
    unreachable: settlement.state === "failed" ? (settlement.unreachable ?? null) : null,
    door: at?.door ?? null,
    chatId: at?.chatId ?? null,
    untried: settlement.state === "pending" && !settlement.isAttempt,
  }));
  await queries.$executeRaw`
    WITH settled AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(
        "id" bigint, "state" text, "messageId" text, "otherMessageIds" text[], "dueAt" timestamptz,
        "reason" text, "unreachable" text, "door" text, "chatId" text, "untried" boolean)
    ), unreachable AS (
      -- The answer may be older than the person's return: then it is no longer true, and nobody would take it back.
      UPDATE "Address" w SET "unreachable" = s."unreachable"::"Unreachable", "unreachableAt" = ${now}
      FROM settled s JOIN "Delivery" a ON a."id" = s."id"
      WHERE s."unreachable" IS NOT NULL AND w."personId" = a."personId" AND w."door" = s."door"::"Door"
        AND w."chatId" = s."chatId" AND w."unreachable" IS NULL
        AND (w."unblockedAt" IS NULL OR a."attemptedAt" > w."unblockedAt")
    ), elsewhere AS (
      -- Not what changes a message that was sent: that one is in no other chat.
      SELECT s."id" FROM settled s JOIN "Delivery" a ON a."id" = s."id"
      WHERE s."unreachable" IS NOT NULL AND a."door" IS NULL AND EXISTS (
        SELECT FROM "Address" w WHERE w."personId" = a."personId" AND w."unreachable" IS NULL
          AND (w."door" <> s."door"::"Door" OR w."chatId" <> s."chatId"))
    ), fate AS (
      SELECT s."id", s."state", s."messageId", s."otherMessageIds", s."dueAt", s."reason", s."unreachable", s."door",
             s."chatId", s."untried"
      FROM settled s WHERE s."id" NOT IN (SELECT "id" FROM elsewhere)
      UNION ALL SELECT "id", 'pending', NULL, '{}', NULL, NULL, NULL, NULL, NULL, true FROM elsewhere
    )
    UPDATE "Delivery" d SET
      "state" = s."state"::"DeliveryState",
      "messageId" = s."messageId",
      "otherMessageIds" = s."otherMessageIds",
      "door" = CASE WHEN s."state" = 'sent' THEN s."door"::"Door" ELSE d."door" END,
      "chatId" = CASE WHEN s."state" = 'sent' THEN s."chatId" ELSE d."chatId" END,
      "dueAt" = coalesce(s."dueAt", d."dueAt"),
      "reason" = s."reason",
      "unreachable" = s."unreachable"::"Unreachable",
      "settledAt" = CASE WHEN s."state" <> 'pending' THEN ${now}::timestamptz END,
      "claimedBy" = CASE WHEN s."state" <> 'pending' THEN d."claimedBy" END,
      -- Tried without anything being sent is not tried.
      "attempts" = CASE WHEN s."untried" AND d."attemptedAt" IS NOT NULL THEN d."attempts" - 1 ELSE d."attempts" END,
      "attemptedAt" = CASE WHEN s."state" <> 'pending' THEN d."attemptedAt" END
    FROM fate s
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
