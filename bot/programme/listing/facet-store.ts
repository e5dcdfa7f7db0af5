import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { conditions, eventConditions, hasDayParts, hasRecording, isFreeIn, type SeenFrom } from "./conditions.sql.ts";
import { dayPartOf } from "./day-parts.sql.ts";
import type { Filterable } from "./facets.ts";
import { type Filters, priceLimits, type Scope } from "./list-query.ts";
import { rowKey } from "./rows.sql.ts";
import { listWindow } from "./time-window.ts";

/** Rows of a list that are alike in everything a filter asks for, and how many they are. */
export interface CountedFacet extends Filterable {
  count: number;
}

/**
 * Everything in a list's time, grouped, so that a panel can count any choice without asking again: one statement.
 * Institutions and years are too many to be told apart: one that is chosen narrows all that is counted.
 */
export async function findFacets(
  database: Database,
  scope: Scope,
  { institution, year }: Pick<Filters, "institution" | "year">,
  seen: SeenFrom,
): Promise<CountedFacet[]> {
  const part = hasDayParts(scope) ? dayPartOf(seen.zone) : Prisma.sql`NULL::text`;
  const window = listWindow(scope, year === undefined ? {} : { year }, seen.now, seen.zone);
  const which = conditions(scope, only(institution), window, seen);
  return countFacets(database, { scope, part, which, rowKey: rowKey(scope, seen.zone) });
}

/** Facets of dates that were found in another way, one of each event. */
export const findFacetsAmong = (
  database: Database,
  occurrenceIds: readonly number[],
  { institution }: Pick<Filters, "institution">,
  zone: string,
): Promise<CountedFacet[]> =>
  countFacets(database, {
    scope: { kind: "today" },
    part: dayPartOf(zone),
    which: Prisma.join(
      [Prisma.sql`o."id" = ANY (${[...occurrenceIds]}::int[])`, ...eventConditions(only(institution))],
      " AND ",
    ),
    rowKey: Prisma.sql`o."id"`,
  });

const only = (institution: number | undefined): Filters => (institution === undefined ? {} : { institution });

interface Counted {
  scope: Scope;
  part: Prisma.Sql;
  which: Prisma.Sql;
  rowKey: Prisma.Sql;
}

function countFacets(database: Database, { scope, part, which, rowKey: key }: Counted): Promise<CountedFacet[]> {
  return database.$queryRaw<CountedFacet[]>`
    WITH matching AS (
      SELECT e."id", (array_agg(DISTINCT ${part})) AS "parts", min(${cheapest(scope)}) AS "price"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
      WHERE ${which}
      GROUP BY e."id", ${key}
    )
    SELECT e."section"::text AS "section", e."attendanceMode"::text AS "attendanceMode", ${isFreeIn(scope)} AS "isFree",
           e."ageMin", e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility",
           ${hasRecording} AS "hasRecording", split_part(e."heldIn", '-', 1) AS "heldIn", m."price",
           array_remove(m."parts", NULL) AS "parts", count(*)::int AS "count"
    FROM matching m JOIN "Event" e ON e."id" = m."id"
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
}

/** The lowest limit that an event's price keeps to: 0 for nothing, null for dear or unknown ones. */
function cheapest(scope: Scope): Prisma.Sql {
  const limits = priceLimits.map((limit) => Prisma.sql`WHEN e."priceMin" <= ${limit} THEN ${limit}::int`);
  return Prisma.sql`CASE WHEN ${isFreeIn(scope)} THEN 0 WHEN e."currency" <> 'RUB' THEN NULL ${Prisma.join(limits, " ")} END`;
}
