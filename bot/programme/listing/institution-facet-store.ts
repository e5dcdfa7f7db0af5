import { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { preferred } from "../preferred.sql.ts";
import { conditions, eventConditions, partConditions, type SeenFrom } from "./conditions.sql.ts";
import type { Filters, Scope } from "./list-query.ts";
import { rowKey } from "./rows.sql.ts";
import { listWindow } from "./time-window.ts";

/** Institutions offered to choose from, those with most first. */
const mostOffered = 12;

/** Somebody who puts on what is listed, and how many rows that is. */
export interface CountedInstitution {
  id: number;
  name: string;
  count: number;
}

/** Who puts on most of what a list shows with its other filters. */
export async function findInstitutions(
  database: Database,
  scope: Scope,
  { institution: _, ...others }: Filters,
  { language, ...seen }: SeenFrom & { language: Language },
): Promise<CountedInstitution[]> {
  const which = conditions(scope, others, listWindow(scope, others, seen.now, seen.zone), seen);
  return countInstitutions(database, { which, rowKey: rowKey(scope, seen.zone), language });
}

/** Institutions of dates that were found in another way. */
export function findInstitutionsAmong(
  database: Database,
  occurrenceIds: readonly number[],
  { institution: _, ...others }: Filters,
  { language, zone }: { language: Language; zone: string },
): Promise<CountedInstitution[]> {
  const ids = Prisma.sql`o."id" = ANY (${[...occurrenceIds]}::int[])`;
  const which = Prisma.join([ids, ...eventConditions(others), ...partConditions(others, zone)], " AND ");
  return countInstitutions(database, { which, rowKey: Prisma.sql`o."id"`, language });
}

function countInstitutions(
  database: Database,
  { which, rowKey: key, language }: { which: Prisma.Sql; rowKey: Prisma.Sql; language: Language },
): Promise<CountedInstitution[]> {
  return database.$queryRaw<CountedInstitution[]>`
    SELECT counted."institutionId" AS "id", text."name", counted."count"
    FROM (SELECT e."institutionId", count(DISTINCT ${key})::int AS "count"
          FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
          WHERE e."institutionId" IS NOT NULL AND ${which}
          GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostOffered}) counted
    CROSS JOIN LATERAL (SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = counted."institutionId"
                        ${preferred(language)}) text
    ORDER BY counted."count" DESC, text."name"`;
}

/** What an institution is called; null when it is gone. */
export async function findInstitutionName(database: Database, id: number, language: Language): Promise<string | null> {
  const [found] = await database.$queryRaw<{ name: string }[]>`
    SELECT t."name" FROM "InstitutionText" t WHERE t."institutionId" = ${id} ${preferred(language)}`;
  return found?.name ?? null;
}
