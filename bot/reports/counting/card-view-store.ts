import type { Queries } from "../../database/database.ts";
import { visible } from "../../programme/listing/conditions.sql.ts";
import type { Language } from "../../words/language.ts";
import type { ReportSpan } from "./span.ts";

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

/** What was counted of an event on a day of the city: cards opened, and ways taken to its stream. */
export interface DayReadings {
  day: string;
  eventId: number;
  opened: number;
  watched: number;
}

/** Adds what was counted; an event that was deleted meanwhile is passed over. */
export async function addReadings(queries: Queries, readings: readonly DayReadings[]): Promise<void> {
  if (readings.length === 0) return;
  await queries.$executeRaw`
    INSERT INTO "Reading" AS r ("day", "eventId", "opened", "watched")
    SELECT n."day", n."eventId", n."opened", n."watched"
    FROM jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) AS n("day" date, "eventId" int, "opened" int, "watched" int)
    JOIN "Event" e ON e."id" = n."eventId" ORDER BY 1, 2
    ON CONFLICT ("day", "eventId") DO UPDATE
    SET "opened" = r."opened" + EXCLUDED."opened", "watched" = r."watched" + EXCLUDED."watched"`;
}

/** Finds what was read in a span: `most` of the events that residents see, and the sum of all that there are. */
export async function countReadings(
  queries: Queries,
  { buckets: [first], lastDay, madeAt }: ReportSpan,
  language: Language,
  most: number,
): Promise<ReadingCounts> {
  const [all] = await queries.$queryRaw<{ opened: number; events: number }[]>`
    SELECT coalesce(sum("opened"), 0)::int AS "opened", count(DISTINCT "eventId")::int AS "events"
    FROM "Reading" WHERE "day" BETWEEN ${first}::date AND ${lastDay}::date`;
  const rows = await queries.$queryRaw<EventReadings[]>`
    SELECT r.*, (SELECT x."title" FROM "EventText" x WHERE x."eventId" = r."eventId"
                 ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1) AS "title"
    FROM (
      SELECT n."eventId", sum(n."opened")::int AS "opened" FROM "Reading" n JOIN "Event" e ON e."id" = n."eventId"
      WHERE n."day" BETWEEN ${first}::date AND ${lastDay}::date AND ${visible(madeAt)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}
    ) r ORDER BY r."opened" DESC, r."eventId"`;
  return {
    opened: all?.opened ?? 0,
    events: all?.events ?? 0,
    most: rows.map(({ eventId, title, opened }) => ({ eventId, title: title ?? "", opened })),
  };
}
