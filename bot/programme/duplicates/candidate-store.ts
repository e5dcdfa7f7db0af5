import type { Queries } from "../../database/database.ts";

/** Two events, the smaller number first. */
export interface Candidates {
  firstId: number;
  secondId: number;
}

/** The most coming dates of an event that are compared: a copy of a show that runs for years has one of them. */
const datesCompared = 10;
/** Degrees of latitude and longitude within which places may be one; judge-pair.ts measures what is left. */
const [near, nearEast] = [0.006, 0.012];

/**
 * Finds events of other sources that begin when one of these does, at no place that is surely another one; pairs that were judged
 * once are among them, unless somebody told them apart or they are merged. Of one source, two records are two events.
 */
export function findCandidates(queries: Queries, eventIds: readonly number[], now: Date): Promise<Candidates[]> {
  return queries.$queryRaw<Candidates[]>`
    WITH own AS (
      SELECT e."id" AS "eventId", d.*, s."source", s."institution", f."feedId"
      FROM "Event" e
      LEFT JOIN "Origin" s ON s."eventId" = e."id"
      LEFT JOIN LATERAL (SELECT min(r."feedId") AS "feedId" FROM "FeedRecord" r WHERE r."eventId" = e."id") f ON true
      CROSS JOIN LATERAL (
        SELECT o."startsAt", date_trunc('day', o."startsLocal") AT TIME ZONE o."timeZone" AS "dayStart", o."hasStartTime",
               o."spansDays", o."placeId", p."latitude", p."longitude"
        FROM "Occurrence" o LEFT JOIN "Place" p ON p."id" = o."placeId"
        WHERE o."eventId" = e."id" AND o."endsAt" > ${now} AND o."status" <> 'cancelled'
        ORDER BY o."startsAt" LIMIT ${datesCompared}) d
      WHERE e."id" = ANY (${[...eventIds]}::int[]) AND e."withdrawnAt" IS NULL
    ), met AS (
      SELECT own.*, n."eventId" AS "otherId", n."placeId" AS "otherPlace" FROM own
      JOIN "Occurrence" n ON n."startsAt" = own."startsAt" AND n."spansDays" = own."spansDays" AND n."status" <> 'cancelled'
      UNION ALL
      SELECT own.*, n."eventId", n."placeId" FROM own
      JOIN "Occurrence" n ON n."startsAt" = own."dayStart" AND n."spansDays" = own."spansDays" AND n."status" <> 'cancelled'
      WHERE own."hasStartTime" AND NOT n."hasStartTime"
    )
    SELECT DISTINCT least(m."eventId", m."otherId") AS "firstId", greatest(m."eventId", m."otherId") AS "secondId"
    FROM met m JOIN "Event" e ON e."id" = m."otherId" AND e."withdrawnAt" IS NULL
    LEFT JOIN "Place" p ON p."id" = m."otherPlace"
    LEFT JOIN "Origin" s ON s."eventId" = m."otherId"
    WHERE m."otherId" <> m."eventId"
      AND (m."placeId" = m."otherPlace" OR coalesce(
        abs(p."latitude" - m."latitude") < ${near} AND abs(p."longitude" - m."longitude") < ${nearEast}, true))
      AND (m."source", m."institution", m."feedId") IS DISTINCT FROM (s."source", s."institution",
        (SELECT min(r."feedId") FROM "FeedRecord" r WHERE r."eventId" = m."otherId"))
      AND NOT EXISTS (SELECT FROM "EventPair" k WHERE k."firstId" = least(m."eventId", m."otherId")
                      AND k."secondId" = greatest(m."eventId", m."otherId") AND k."state" <> 'suspected')
    ORDER BY 1, 2`;
}

/** The numbers of all events of which a date is to come, withdrawn ones too: a merged one may have got a new date. */
export async function findComingIds(queries: Queries, now: Date): Promise<number[]> {
  const rows = await queries.$queryRaw<{ eventId: number }[]>`
    SELECT DISTINCT o."eventId" FROM "Occurrence" o WHERE o."endsAt" > ${now} AND o."status" <> 'cancelled'
    ORDER BY 1`;
  return rows.map(({ eventId }) => eventId);
}
