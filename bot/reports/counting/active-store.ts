import type { Queries } from "../../database/database.ts";
import type { ReportSpan } from "./span.ts";

export interface ActivePeople {
  /** "2026-11-20". */
  day: string;
  people: number;
}

/** How many different people were here on each day of a span; days from before anybody counted are not there. */
export function countActive(queries: Queries, { buckets: [first], lastDay }: ReportSpan): Promise<ActivePeople[]> {
  return queries.$queryRaw<ActivePeople[]>`
    SELECT "day"::text AS "day", sum("people")::int AS "people" FROM "ActiveDay"
    WHERE "day" BETWEEN ${first}::date AND ${lastDay}::date GROUP BY 1 ORDER BY 1`;
}
