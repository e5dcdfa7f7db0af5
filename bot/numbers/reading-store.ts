import type { Queries } from "../database/database.ts";
import type { Language } from "../programme/event.ts";
import type { Span } from "./span.ts";

/** How often an event's card was opened. */
export interface EventReadings {
  eventId: number;
  /** In the reader's language, else in another. */
  title: string;
  opened: number;
}

export interface ReadingCounts {
  /** All cards together. */
  opened: number;
  events: number;
  /** The most read ones first. */
  most: EventReadings[];
}

/** Adds what was counted; an event that was deleted meanwhile is passed over. */
export async function addReadings(
  queries: Queries,
  readings: readonly { day: string; eventId: number; opened: number }[],
): Promise<void> {
  if (readings.length === 0) return;
  await queries.$executeRaw`
    INSERT INTO "Reading" AS r ("day", "eventId", "opened")
    SELECT n."day", n."eventId", n."opened"
    FROM jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) AS n("day" date, "eventId" int, "opened" int)
    JOIN "Event" e ON e."id" = n."eventId" ORDER BY 1, 2
    ON CONFLICT ("day", "eventId") DO UPDATE SET "opened" = r."opened" + EXCLUDED."opened"`;
}

/** Finds what was read in a span: `most` of the events, and the sum of them all. */
export async function countReadings(
  queries: Queries,
  { buckets: [first] }: Span,
  language: Language,
  most: number,
): Promise<ReadingCounts> {
  const rows = await queries.$queryRaw<(EventReadings & { all: number; events: number })[]>`
    SELECT r.*, (SELECT x."title" FROM "EventText" x WHERE x."eventId" = r."eventId"
                 ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1) AS "title"
    FROM (
      SELECT "eventId", sum("opened")::int AS "opened", (sum(sum("opened")) OVER ())::int AS "all",
             (count(*) OVER ())::int AS "events"
      FROM "Reading" WHERE "day" >= ${first}::date GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}
    ) r ORDER BY r."opened" DESC, r."eventId"`;
  return {
    opened: rows[0]?.all ?? 0,
    events: rows[0]?.events ?? 0,
    most: rows.map(({ eventId, title, opened }) => ({ eventId, title: title ?? "", opened })),
  };
}
