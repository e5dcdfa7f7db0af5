import type { Queries } from "../database/database.ts";
import { heldBy } from "./members.sql.ts";

/** What staff want to know of a Night, all of it counted of what it holds by now. */
export interface CollectionNumbers {
  events: number;
  dates: number;
  places: number;
  /** Institutions whose events they are. */
  houses: number;
  /** People who wait for a reminder, of the whole or of something in it; each once. */
  people: number;
  /** People who are reminded of the whole. */
  whole: number;
  /** People who are reminded of something in it, and how many reminders that is. */
  byParts: number;
  reminders: number;
  /** How often cards of its events were opened. */
  opened: number;
  /** By the hour at which something begins there: dates, and people who wait for one of them. */
  hours: { hour: Date; dates: number; people: number }[];
}

/** Counts a collection with all that is part of it; parts of it that residents do not see are left out. */
export async function countCollection(queries: Queries, id: number, now: Date): Promise<CollectionNumbers> {
  const [[counted], hours] = await Promise.all([
    queries.$queryRaw<Omit<CollectionNumbers, "hours">[]>`
      WITH RECURSIVE ${heldBy(id, now, false)}, waiting AS (
        SELECT r."personId", r."occurrenceId" FROM "Reminder" r JOIN held USING ("occurrenceId")
      ), wholes AS (
        SELECT r."personId" FROM "CollectionReminder" r JOIN tree ON tree."id" = r."collectionId"
      )
      SELECT (SELECT count(DISTINCT "eventId")::int FROM held) AS "events", (SELECT count(*)::int FROM held) AS "dates",
        (SELECT count(DISTINCT o."placeId")::int FROM held JOIN "Occurrence" o ON o."id" = held."occurrenceId") AS "places",
        (SELECT count(DISTINCT e."institutionId")::int FROM held JOIN "Event" e ON e."id" = held."eventId") AS "houses",
        (SELECT count(*)::int FROM (SELECT "personId" FROM waiting UNION SELECT "personId" FROM wholes) each) AS "people",
        (SELECT count(DISTINCT "personId")::int FROM wholes) AS "whole",
        (SELECT count(DISTINCT "personId")::int FROM waiting) AS "byParts",
        (SELECT count(*)::int FROM (SELECT DISTINCT "personId", "occurrenceId" FROM waiting) each) AS "reminders",
        (SELECT coalesce(sum(n."opened"), 0)::int FROM "Reading" n
         WHERE n."eventId" IN (SELECT "eventId" FROM held)) AS "opened"`,
    queries.$queryRaw<CollectionNumbers["hours"]>`
      WITH RECURSIVE ${heldBy(id, now, false)}
      SELECT date_trunc('hour', o."startsAt") AS "hour", count(DISTINCT o."id")::int AS "dates",
        count(DISTINCT r."personId")::int AS "people"
      FROM held JOIN "Occurrence" o ON o."id" = held."occurrenceId"
      LEFT JOIN "Reminder" r ON r."occurrenceId" = o."id"
      WHERE NOT o."spansDays" GROUP BY 1 ORDER BY 1`,
  ]);
  if (counted === undefined) throw new Error("a count has a row");
  return { ...counted, hours };
}
