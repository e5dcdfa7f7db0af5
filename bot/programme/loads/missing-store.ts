import type { Queries } from "../../database/database.ts";

/** What a file holds, for telling what it no longer has. */
export interface FileScope {
  source: string;
  /** Whose records it has; "": nobody is named. */
  identities: readonly string[];
  /** The events that its records are. */
  eventIds: readonly number[];
  /** The months that its dates are in. */
  from: Date;
  to: Date;
  now: Date;
}

/**
 * Finds coming events of the institutions and months of a file that came from such a file before and are not in this one. Where
 * a table names no institution, those that came in one load with an event of this file.
 */
export function findMissing(
  queries: Queries,
  { source, identities, eventIds, from, to, now }: FileScope,
): Promise<{ eventId: number; title: string }[]> {
  return queries.$queryRaw<{ eventId: number; title: string }[]>`
    SELECT o."eventId", coalesce((SELECT t."title" FROM "EventText" t WHERE t."eventId" = o."eventId"
                                  ORDER BY t."language" LIMIT 1), '') AS "title"
    FROM "Origin" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE o."source" = ${source} AND o."institution" = ANY (${[...identities]}::text[])
      AND NOT o."eventId" = ANY (${[...eventIds]}::int[]) AND e."withdrawnAt" IS NULL
      AND EXISTS (SELECT FROM "Occurrence" d WHERE d."eventId" = o."eventId" AND d."startsAt" > ${now}
                  AND d."startsAt" BETWEEN ${from} AND ${to} AND d."status" <> 'cancelled')
      AND (o."institution" <> '' OR EXISTS (
        SELECT FROM "LoadedEvent" own JOIN "LoadedEvent" other ON other."loadId" = own."loadId"
        WHERE own."eventId" = o."eventId" AND other."eventId" = ANY (${[...eventIds]}::int[])))
    ORDER BY o."eventId" LIMIT 500`;
}
