import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";

export interface ReminderCounts {
  /** "sent", and "missed": failed, expired, or without an answer from Telegram. */
  deliveries: Tally[];
  /** Dates to come that somebody wants to be reminded of, and how many people that are. */
  wished: number;
  people: number;
}

/** Counts reminders of events and lessons, by the hours that the trigger on deliveries keeps. */
export async function countReminders(queries: Queries, span: ReportSpan): Promise<ReminderCounts> {
  const [deliveries, [coming]] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`"hour"`, span)} AS "bucket", "outcome"::text AS "name", sum("count")::int AS "count"
      FROM "ReminderCount" WHERE "hour" >= ${span.from} AND "hour" <= ${span.until} GROUP BY 1, 2`,
    queries.$queryRaw<{ wished: number; people: number }[]>`
      SELECT count(*)::int AS "wished", count(DISTINCT w."personId")::int AS "people" FROM (
        SELECT DISTINCT r."personId", r."occurrenceId" FROM "Reminder" r
        JOIN "Occurrence" o ON o."id" = r."occurrenceId" WHERE o."startsAt" > ${span.until}) w`,
  ]);
  return { deliveries, wished: coming?.wished ?? 0, people: coming?.people ?? 0 };
}
