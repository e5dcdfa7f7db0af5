import type { Queries } from "../../database/database.ts";

/** The date that residents see in the place of one whose event gave way to another; null where none does. */
export async function findStandIn(queries: Queries, occurrenceId: number): Promise<number | null> {
  const [found] = await queries.$queryRaw<{ id: number }[]>`
    SELECT n."id" FROM "Occurrence" o
    JOIN "EventPair" p ON p."state" = 'merged' AND (p."firstId" = o."eventId" OR p."secondId" = o."eventId")
      AND p."keptId" <> o."eventId"
    JOIN "Occurrence" n ON n."eventId" = p."keptId"
    WHERE o."id" = ${occurrenceId}
    ORDER BY abs(extract(epoch FROM n."startsAt" - o."startsAt")), n."id" LIMIT 1`;
  return found?.id ?? null;
}
