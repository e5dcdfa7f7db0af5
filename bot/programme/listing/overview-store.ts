import type { Database } from "../../database/database.ts";
import type { Section } from "../event.ts";
import { conditions, type SeenFrom } from "./conditions.sql.ts";
import { dayPartOf, localDay } from "./day-parts.sql.ts";
import { type Filters, type Half, halves, type Overview } from "./list-query.ts";
import { timeWindow } from "./time-window.ts";

/** How many events of a section there are in one half of a day, "2026-11-21". */
export interface CountedHalf {
  date: string;
  half: Half;
  section: Section;
  count: number;
}

/** What several days have, counted as the lists of their halves show it. */
export async function countHalves(
  database: Database,
  overview: Overview,
  filters: Filters,
  seen: SeenFrom,
): Promise<CountedHalf[]> {
  const scope = { kind: overview };
  return database.$queryRaw<CountedHalf[]>`
    SELECT to_char("day", 'YYYY-MM-DD') AS "date", "half", "section"::text AS "section", count(*)::int AS "count"
    FROM (SELECT DISTINCT e."id", e."section", o."placeId", o."status" IN ('cancelled', 'postponed') AS "calledOff",
                 ${localDay(seen.zone)} AS "day",
                 CASE WHEN ${dayPartOf(seen.zone)} = ANY (${[...halves.daytime]}::text[]) THEN 'daytime' ELSE 'evening' END AS "half"
          FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
          WHERE ${conditions(scope, filters, timeWindow(scope, seen.now, seen.zone), seen)}) listed
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 4 DESC, 3`;
}

/** The days from the first to before the last on which something begins, by the city's calendar: "2026-11-21". */
export async function findDaysWithEvents(
  database: Database,
  { from, to }: { from: Date; to: Date },
  filters: Filters,
  seen: SeenFrom,
): Promise<string[]> {
  const days = await database.$queryRaw<{ date: string }[]>`
    SELECT DISTINCT to_char(${localDay(seen.zone)}, 'YYYY-MM-DD') AS "date"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
    WHERE ${conditions({ kind: "week" }, filters, { from, to, begun: false }, seen)}`;
  return days.map(({ date }) => date);
}
