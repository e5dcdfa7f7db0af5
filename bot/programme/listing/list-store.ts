import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { fewestShown, prior } from "../../voices/score.ts";
import type { Language } from "../../words/language.ts";
import { inZone } from "../../words/time/local-time.ts";
import { preferred } from "../preferred.sql.ts";
import { conditions, hasDayParts, type SeenFrom } from "./conditions.sql.ts";
import { type Filters, isArchive, isBestFirst, type Listing, pageSize, type Scope } from "./list-query.ts";
import type { Listed } from "./list-row.ts";
import { distanceFrom } from "./near.sql.ts";
import { rowKey } from "./rows.sql.ts";
import { listWindow, timeWindow } from "./time-window.ts";

export interface Page {
  rows: Listed[];
  /** Rows of the whole list. */
  total: number;
  /** How many exhibitions and the like run at the same time; they have a list of their own. */
  ongoing: number;
  /** Rows in either half of tonight. */
  home: number;
  town: number;
}

/** One page of a list, the counts with it: one statement. */
export async function findListed(
  database: Database,
  { scope, filters, page }: Listing,
  { language, now, zone }: SeenFrom & { language: Language },
): Promise<Page> {
  const seen = { now, zone };
  const window = listWindow(scope, filters, now, zone);
  const distance = scope.kind === "near" ? distanceFrom(scope) : Prisma.sql`NULL::float8`;
  // Each half is counted beside the other one, whichever is looked at.
  const looked: Scope = isTonight(scope) ? { kind: "tonight" } : scope;
  const rows = await database.$queryRaw<(Listed & Omit<Page, "rows">)[]>`
    WITH matching AS (
      SELECT o.*, e."attendanceMode", e."isFree", e."isFreeOnline", e."priceMin", e."priceMax", e."currency", e."institutionId",
             ${distance} AS "distance", ${rowKey(looked, zone)} AS "rowKey", ${score} AS "score"
      FROM "Occurrence" o
      JOIN "Event" e ON e."id" = o."eventId"
      LEFT JOIN "Place" p ON p."id" = o."placeId"
      LEFT JOIN "Score" s ON s."eventId" = e."id"
      WHERE ${conditions(looked, filters, window, seen)}
    ), halves AS (${halves(scope)}), listed AS (
      SELECT DISTINCT ON ("rowKey") *, ${starts(scope)} AS "starts"
      FROM matching WHERE ${inHalf(scope)} ORDER BY "rowKey", ${order(scope, now, zone)}
    ), chosen AS (
      SELECT * FROM listed ORDER BY ${order(scope, now, zone)}, "id" LIMIT ${pageSize} OFFSET ${page * pageSize}
    ), counted AS (
      SELECT (SELECT count(*) FROM listed)::int AS "total", ${countsOngoing(scope) ? ongoing(filters, seen) : Prisma.sql`0`} AS "ongoing",
             halves."home"::int, halves."town"::int FROM halves
    )
    SELECT ${columns(language)}, c."starts", counted.*
    FROM counted LEFT JOIN chosen c ON true ${title(language)}
    ORDER BY ${order(scope, now, zone)}, c."id"`;
  const { total = 0, home = 0, town = 0, ongoing: running = 0 } = rows[0] ?? {};
  return { rows: rows.filter((row) => row.occurrenceId !== null), total, ongoing: running, home, town };
}

/** How many exhibitions and the like run now. */
export async function countOngoing(database: Database, filters: Filters, seen: SeenFrom): Promise<number> {
  const [counted] = await database.$queryRaw<{ count: number }[]>`SELECT ${ongoing(filters, seen)} AS "count"`;
  return counted?.count ?? 0;
}

function ongoing(filters: Filters, { now, zone }: SeenFrom): Prisma.Sql {
  const scope = { kind: "ongoing" } as const;
  return Prisma.sql`(SELECT count(DISTINCT e."id") FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE ${conditions(scope, filters, timeWindow(scope, now, zone), { now, zone })})::int`;
}

/** Whether a list is tonight's, or one half of it. */
export const isTonight = ({ kind }: Scope): boolean => kind === "tonight" || kind === "home" || kind === "town";

/** SQL: how many rows either half of tonight has; of other lists nobody asks, and to count them takes a sort of its own. */
const halves = (scope: Scope): Prisma.Sql =>
  isTonight(scope)
    ? Prisma.sql`
        SELECT count(DISTINCT "rowKey") FILTER (WHERE "attendanceMode" <> 'on_site') AS "home",
               count(DISTINCT "rowKey") FILTER (WHERE "attendanceMode" <> 'online') AS "town" FROM matching`
    : Prisma.sql`SELECT 0::bigint AS "home", 0::bigint AS "town"`;

/** SQL over matching: all hours of a row, where hours are said. */
const starts = (scope: Scope): Prisma.Sql =>
  hasDayParts(scope)
    ? Prisma.sql`array_agg("startsAt") OVER (PARTITION BY "rowKey" ORDER BY "startsAt"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`
    : Prisma.sql`ARRAY["startsAt"]`;

/** SQL over matching: the rows of the half that is looked at. Tonight is what one sees from home, if there is any. */
function inHalf(scope: Scope): Prisma.Sql {
  if (scope.kind === "home") return Prisma.sql`"attendanceMode" <> 'on_site'`;
  if (scope.kind === "town") return Prisma.sql`"attendanceMode" <> 'online'`;
  if (scope.kind !== "tonight") return Prisma.sql`true`;
  return Prisma.sql`CASE WHEN (SELECT "home" FROM halves) > 0 THEN "attendanceMode" <> 'on_site' ELSE true END`;
}

/** Rows for occurrences found in another way, in the order of `ids`; those gone meanwhile are left out. */
export const findListedByIds = (database: Database, ids: readonly number[], language: Language): Promise<Listed[]> =>
  database.$queryRaw<Listed[]>`
    SELECT ${rowColumns(language)}
    FROM (SELECT "id" AS "occurrenceId", NULL::float8 AS "distance" FROM "Occurrence" WHERE "id" = ANY (${ids})) chosen
    ${rowsOf(language)} ORDER BY array_position(${ids}, chosen."occurrenceId")`;

/** SQL: the columns of a row, behind a FROM with `rowsOf`. */
export const rowColumns = (language: Language) => Prisma.sql`${columns(language)}, ARRAY[c."startsAt"] AS "starts"`;

/** SQL: rows for the dates of `chosen`, a subselect with occurrenceId and distance, where it is joined to. */
export const rowsOf = (language: Language) => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT o.*, e."attendanceMode", e."isFree", e."isFreeOnline", e."priceMin", e."priceMax", e."currency", e."institutionId",
           chosen."distance"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE o."id" = chosen."occurrenceId") c ${title(language)}`;

/** What a row of a list shows, from the alias c. */
const columns = (language: Language) => Prisma.sql`
  c."id" AS "occurrenceId", c."eventId", text."title", text."language"::text AS "language",
  c."attendanceMode"::text AS "attendanceMode", c."isFree", c."isFreeOnline", c."priceMin", c."priceMax", c."currency",
  c."startsAt", c."endsAt", c."hasStartTime", c."hasEndTime", c."spansDays", c."status"::text AS "status",
  ${whereText(language)} AS "where", c."distance"`;

const title = (language: Language) => Prisma.sql`LEFT JOIN LATERAL (
  SELECT t."title", t."language" FROM "EventText" t WHERE t."eventId" = c."eventId"
  ${preferred(language)}) text ON true`;

const countsOngoing = (scope: Scope) =>
  scope.kind !== "ongoing" && !isArchive(scope.kind) && scope.kind !== "near" && scope.kind !== "live";

const endOfDay = (now: Date, zone: string): Date => inZone(now, zone).plus({ days: 1 }).startOf("day").toJSDate();

/** What too few have rated stands where what is rated as usual does: before that which people liked less. */
const score = Prisma.sql`CASE WHEN s."people" >= ${fewestShown} THEN s."mean" ELSE ${prior.stars} END`;

/**
 * From home what is on air comes before what is to come. In town what has begun comes last: to come late is a choice.
 * Elsewhere the clock decides.
 */
function order(scope: Scope, now: Date, zone: string): Prisma.Sql {
  switch (scope.kind) {
    case "town":
      return Prisma.sql`("startsAt" <= ${now}), "startsAt"`;
    case "near":
      // A list of what is near is for going today: cancelled dates are left out.
      return Prisma.sql`("status" = 'cancelled'), ("startsAt" >= ${endOfDay(now, zone)}), "distance", "startsAt"`;
    case "ongoing":
      return Prisma.sql`"endsAt"`;
    case "archive":
    case "archive_new":
    case "past":
    case "past_best":
      return isBestFirst(scope.kind) ? Prisma.sql`"score" DESC, "startsAt" DESC` : Prisma.sql`"startsAt" DESC`;
    default:
      return Prisma.sql`"startsAt", "score" DESC`;
  }
}

const whereText = (language: Language) => Prisma.sql`coalesce(
  (SELECT t."title" FROM "PlaceText" t WHERE t."placeId" = c."placeId"
   ${preferred(language)}),
  (SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = c."institutionId"
   ${preferred(language)}))`;
