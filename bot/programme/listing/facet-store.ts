import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Accessibility, AttendanceMode, Audience, Section } from "../event.ts";
import { conditions, onePerEvent } from "./conditions.sql.ts";
import type { Filters, Scope } from "./list-query.ts";
import { timeWindow } from "./time-window.ts";

/** Rows of a list that are alike in everything a filter asks for, and how many they are. */
export interface CountedFacet {
  section: Section;
  attendanceMode: AttendanceMode;
  isFree: boolean;
  ageMin: number | null;
  audiences: Audience[];
  accessibility: Accessibility[];
  hasRecording: boolean;
  count: number;
}

/** Everything in a list's time, grouped, so that a panel can count any choice without asking again: one statement. */
export async function findFacets(
  database: Database,
  scope: Scope,
  { now, zone }: { now: Date; zone: string },
): Promise<CountedFacet[]> {
  const none: Filters = {};
  return database.$queryRaw<CountedFacet[]>`
    SELECT e."section"::text AS "section", e."attendanceMode"::text AS "attendanceMode", e."isFree", e."ageMin",
           e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility",
           EXISTS (SELECT 1 FROM "Link" l WHERE l."eventId" = e."id" AND l."kind" = 'recording') AS "hasRecording",
           ${onePerEvent(scope) ? Prisma.sql`count(DISTINCT e."id")` : Prisma.sql`count(*)`}::int AS "count"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
    WHERE ${conditions(scope, none, timeWindow(scope, now, zone), now)}
    GROUP BY 1, 2, 3, 4, 5, 6, 7`;
}
