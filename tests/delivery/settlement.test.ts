import { describe, expect, it } from "vitest";
import type { Lane } from "../../bot/delivery/delivery.ts";
import type { Outcome } from "../../bot/delivery/outcomes/outcome.ts";
import { settlementOf } from "../../bot/delivery/outcomes/settlement.ts";

const delivered: Outcome = { kind: "delivered", messageId: "7" };
const throttled: Outcome = { kind: "throttled", retryAfter: 3 };
const unsent: Outcome = { kind: "unsent", cause: "ECONNREFUSED" };
const blocked: Outcome = { kind: "unreachable", why: "blocked" };
const migrated: Outcome = { kind: "migrated", chatId: "-100" };
const rejected: Outcome = { kind: "rejected", code: 400, description: "Bad Request" };
const uncertain: Outcome = { kind: "uncertain", cause: "ECONNRESET" };

const cases: [Outcome, Lane, attempts: number, state: string, rest?: Record<string, unknown>][] = [
  [delivered, "normal", 1, "sent", { messageId: "7" }],
  [throttled, "urgent", 1, "pending", { isAttempt: false }],
  [throttled, "bulk", 9, "pending", { isAttempt: false }],
  [unsent, "bulk", 1, "pending", { isAttempt: false }],
  [blocked, "normal", 1, "failed", { reason: "blocked", unreachable: "blocked" }],
  [migrated, "bulk", 1, "pending", { isAttempt: true }],
  [migrated, "bulk", 5, "failed"],
  [rejected, "urgent", 1, "failed", { reason: "400 Bad Request" }],
  [uncertain, "urgent", 1, "pending", { isAttempt: true }],
  [uncertain, "normal", 4, "pending", { isAttempt: true }],
  [uncertain, "normal", 5, "uncertain", { reason: "ECONNRESET" }],
  [uncertain, "bulk", 1, "uncertain", { reason: "ECONNRESET" }],
];

describe("what becomes of a delivery", () => {
  it.each(cases)("%j in the lane %s, attempt %i: %s", (outcome, lane, attempts, state, rest = {}) => {
    expect(settlementOf(outcome, { lane, attempts })).toMatchObject({ state, ...rest });
  });
});
