import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { bucketOf } from "./bucket-store.ts";
import { findForgotten, reminderKinds } from "./forgotten-store.ts";
import type { Span, Tally } from "./span.ts";

export interface ReminderCounts {
  /** "sent", and "missed": failed, expired, or without an answer from Telegram. */
  deliveries: Tally[];
  /** Dates to come that somebody wants to be reminded of, and how many people that are. */
  wished: number;
  people: number;
}

/** Counts reminders of events and lessons by the index on settled ones; those already deleted were counted then. */
export async function countReminders(queries: Queries, span: Span): Promise<ReminderCounts> {
  const [deliveries, forgotten, [coming]] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`"settledAt"`, span)} AS "bucket",
             CASE WHEN "state" = 'sent' THEN 'sent' ELSE 'missed' END AS "name", count(*)::int AS "count"
      FROM "Delivery"
      WHERE "kind" IN ${reminderKinds} AND "lane" <> 'bulk' AND "settledAt" >= ${span.from}
        AND "settledAt" <= ${span.until} AND "state" IN ('sent', 'failed', 'expired', 'uncertain')
      GROUP BY 1, 2`,
    findForgotten(queries, "reminder", span),
    queries.$queryRaw<{ wished: number; people: number }[]>`
      SELECT count(*)::int AS "wished", count(DISTINCT w."personId")::int AS "people" FROM (
        SELECT DISTINCT r."personId", r."occurrenceId" FROM "Reminder" r
        JOIN "Occurrence" o ON o."id" = r."occurrenceId" WHERE o."startsAt" > ${span.until}) w`,
  ]);
  return { deliveries: [...deliveries, ...forgotten], wished: coming?.wished ?? 0, people: coming?.people ?? 0 };
}
