import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { isReachable } from "../../../people/address.sql.ts";

/** How many people a change would be told to: a person once in all, and once at each date they follow. */
export interface ToldCount {
  people: number;
  dates: { occurrenceId: number; people: number }[];
}

/** Counts those whom a change of these dates will reach, before it is made. Nobody is told of what nobody sees. */
export async function countTold(queries: Queries, occurrenceIds: readonly number[], now: Date): Promise<ToldCount> {
  const rows = await queries.$queryRaw<{ occurrenceId: number | null; people: number }[]>`
    SELECT r."occurrenceId", count(DISTINCT r."personId")::int AS "people"
    FROM "Reminder" r JOIN "Person" p ON p."id" = r."personId" AND ${isReachable(Prisma.sql`p."id"`)}
    JOIN "Occurrence" o ON o."id" = r."occurrenceId" JOIN "Event" e ON e."id" = o."eventId"
    WHERE r."occurrenceId" = ANY (${[...occurrenceIds]}::int[]) AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
      AND (o."endsAt" > ${now} OR o."status" = 'postponed')
    GROUP BY GROUPING SETS ((r."occurrenceId"), ()) ORDER BY r."occurrenceId" NULLS FIRST`;
  const dates = rows.flatMap(({ occurrenceId, people }) => (occurrenceId === null ? [] : [{ occurrenceId, people }]));
  return { people: rows.find(({ occurrenceId }) => occurrenceId === null)?.people ?? 0, dates };
}
