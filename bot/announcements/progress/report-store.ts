import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { accountsOf } from "../../people/address.sql.ts";
import type { Language } from "../../words/language.ts";
import type { AnnouncementOutcome } from "./progress.ts";

/** What became of how many who read in that language. */
export interface OutcomeCount {
  language: Language;
  outcome: AnnouncementOutcome;
  count: number;
}

/** What became of one recipient. */
export interface RecipientRow {
  /**
   * The person's accounts as the operator calls them, "telegram:123"; several where they have linked several
   * messengers.
   */
  accounts: string[];
  language: Language;
  outcome: AnnouncementOutcome;
  at: Date | null;
  /** What Telegram said, where it went wrong. */
  reason: string | null;
}

/** The outcome of a delivery as the account of an announcement counts it (the trigger on deliveries). */
const outcome = Prisma.sql`CASE WHEN d."state" IN ('pending', 'claimed') THEN 'pending'
  WHEN d."state" = 'failed' AND d."unreachable" IS NOT NULL THEN 'blocked'
  ELSE d."state"::text END`;

const recipients = (id: number) => Prisma.sql`
  FROM "Delivery" d JOIN "Person" p ON p."id" = d."personId"
  WHERE d."announcementId" = ${id} AND d."lane" = ANY(enum_range(NULL::"Lane")) AND d."state" = ANY(enum_range(NULL::"DeliveryState"))`;

/**
 * Counts what became of everybody by language: of those whose delivery is not forgotten yet, which it is after 30 days.
 */
export const countByLanguage = (queries: Queries, id: number): Promise<OutcomeCount[]> =>
  queries.$queryRaw`
    SELECT p."language"::text AS "language", ${outcome} AS "outcome", count(*)::int AS "count" ${recipients(id)} GROUP BY 1, 2`;

/** What became of each, at most so many: first those who did not get it. */
export async function findRecipients(queries: Queries, id: number, most: number): Promise<RecipientRow[]> {
  return queries.$queryRaw<RecipientRow[]>`
    SELECT ${accountsOf(Prisma.sql`p."id"`)} AS "accounts", p."language"::text AS "language", ${outcome} AS "outcome", d."settledAt" AS "at",
           CASE WHEN d."state" <> 'sent' THEN d."reason" END AS "reason"
    ${recipients(id)} ORDER BY d."state" = 'sent', d."id" LIMIT ${most}`;
}
