import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { bucketOf } from "./bucket-store.ts";
import type { Span, Tally } from "./span.ts";

export interface AskedQuery {
  text: string;
  asked: number;
  /** How many events were found the last time. */
  found: number;
}

export interface SearchCounts {
  /** "found" and "vain". */
  askings: Tally[];
  /** The most frequent ones that found nothing. */
  inVain: AskedQuery[];
  /** The most frequent of all. */
  all: AskedQuery[];
}

/** Counts what was searched for; in vain is what found nothing the last time it was asked. */
export async function countSearches(queries: Queries, span: Span, most: number): Promise<SearchCounts> {
  const asked = Prisma.sql`"Asking" a JOIN "SearchQuery" q ON q."id" = a."queryId"
    WHERE a."hour" >= ${span.from} AND a."hour" <= ${span.until}`;
  const top = (which: Prisma.Sql) => queries.$queryRaw<AskedQuery[]>`
    SELECT q."text", sum(a."asked")::int AS "asked", q."found" FROM ${asked} ${which}
    GROUP BY q."id" ORDER BY 2 DESC, q."text" LIMIT ${most}`;
  const [askings, inVain, all] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`a."hour"`, span)} AS "bucket",
             CASE WHEN q."found" > 0 THEN 'found' ELSE 'vain' END AS "name", sum(a."asked")::int AS "count"
      FROM ${asked} GROUP BY 1, 2`,
    top(Prisma.sql`AND q."found" = 0`),
    top(Prisma.empty),
  ]);
  return { askings, inVain, all };
}
