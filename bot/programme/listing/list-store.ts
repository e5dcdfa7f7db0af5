import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";
import { conditions, onePerEvent } from "./conditions.sql.ts";
import { type Listing, pageSize, type Scope } from "./list-query.ts";
import type { Listed } from "./list-row.ts";
import { distanceFrom } from "./near.sql.ts";
import { timeWindow } from "./time-window.ts";

export interface Page {
  rows: Listed[];
  /** Of the whole list. */
  total: number;
  /** How many exhibitions and the like run at the same time; they have a list of their own. */
  ongoing: number;
}

/** One page of a list, the counts with it: one statement. */
export async function findListed(
  database: Database,
  { scope, filters, page }: Listing,
  { language, now, zone }: { language: Language; now: Date; zone: string },
): Promise<Page> {
  const window = timeWindow(scope, now, zone);
  const distance = scope.kind === "near" ? distanceFrom(scope) : Prisma.sql`NULL::float8`;
  const runningNow = timeWindow({ kind: "ongoing" }, now, zone);
  const ongoing = Prisma.sql`(SELECT count(DISTINCT e."id") FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE ${conditions({ kind: "ongoing" }, filters, runningNow, now)})::int`;
  const rows = await database.$queryRaw<(Listed & { total: number; ongoing: number })[]>`
    WITH matching AS (
      SELECT o.*, e."attendanceMode", e."isFree", e."priceMin", e."priceMax", e."currency", e."institutionId",
             ${distance} AS "distance"
      FROM "Occurrence" o
      JOIN "Event" e ON e."id" = o."eventId"
      LEFT JOIN "Place" p ON p."id" = o."placeId"
      WHERE ${conditions(scope, filters, window, now)}
    ), listed AS (
      ${onePerEvent(scope) ? Prisma.sql`SELECT DISTINCT ON ("eventId") * FROM matching ORDER BY "eventId", ${order(scope, now)}` : Prisma.sql`SELECT * FROM matching`}
    ), chosen AS (
      SELECT * FROM listed ORDER BY ${order(scope, now)}, "id" LIMIT ${pageSize} OFFSET ${page * pageSize}
    ), counted AS (
      SELECT (SELECT count(*) FROM listed)::int AS "total", ${countsOngoing(scope) ? ongoing : Prisma.sql`0`} AS "ongoing"
    )
    SELECT ${columns(language)}, counted."total", counted."ongoing"
    FROM counted LEFT JOIN chosen c ON true ${title(language)}
    ORDER BY ${order(scope, now)}, c."id"`;
  return {
    rows: rows.filter((row) => row.occurrenceId !== null),
    total: rows[0]?.total ?? 0,
    ongoing: rows[0]?.ongoing ?? 0,
  };
}

/** Rows for occurrences found in another way, in the order of `ids`; those gone meanwhile are left out. */
export async function findListedByIds(
  database: Database,
  ids: readonly number[],
  language: Language,
): Promise<Listed[]> {
  return database.$queryRaw<Listed[]>`
    SELECT ${columns(language)}
    FROM (SELECT o.*, e."attendanceMode", e."isFree", e."priceMin", e."priceMax", e."currency", e."institutionId",
                 NULL::float8 AS "distance"
          FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE o."id" = ANY (${ids})) c ${title(language)}
    ORDER BY array_position(${ids}, c."id")`;
}

/** What a row of a list shows, from the alias c. */
const columns = (language: Language) => Prisma.sql`
  c."id" AS "occurrenceId", c."eventId", text."title", text."language"::text AS "language",
  c."attendanceMode"::text AS "attendanceMode", c."isFree", c."priceMin", c."priceMax", c."currency",
  c."startsAt", c."endsAt", c."hasStartTime", c."hasEndTime", c."spansDays", c."status"::text AS "status",
  ${whereText(language)} AS "where", c."distance"`;

const title = (language: Language) => Prisma.sql`LEFT JOIN LATERAL (
  SELECT t."title", t."language" FROM "EventText" t WHERE t."eventId" = c."eventId"
  ${preferred(language)}) text ON true`;

const countsOngoing = (scope: Scope) =>
  scope.kind !== "ongoing" && scope.kind !== "archive" && scope.kind !== "near" && scope.kind !== "live";

/** Tonight streams come first, those on air before those to come; elsewhere the clock decides. */
function order(scope: Scope, now: Date): Prisma.Sql {
  switch (scope.kind) {
    case "tonight":
      return Prisma.sql`("attendanceMode" = 'on_site'), ("startsAt" > ${now}), "startsAt"`;
    case "near":
      return Prisma.sql`"distance", "startsAt"`;
    case "ongoing":
      return Prisma.sql`"endsAt"`;
    case "archive":
      return Prisma.sql`"startsAt" DESC`;
    default:
      return Prisma.sql`"startsAt"`;
  }
}

const whereText = (language: Language) => Prisma.sql`coalesce(
  (SELECT t."title" FROM "PlaceText" t WHERE t."placeId" = c."placeId"
   ${preferred(language)}),
  (SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = c."institutionId"
   ${preferred(language)}))`;
