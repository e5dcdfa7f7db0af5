import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import { findForgotten } from "../counting/erased-store.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";

export interface AskedQuery {
  text: string;
  asked: number;
  /** How many events were found the last time. */
  found: number;
}

export interface SearchCounts {
  /** "found" and "vain". */
  askings: Tally[];
  /** The most frequent ones that found nothing the last time. */
  inVain: AskedQuery[];
  /** The most frequent of all. */
  all: AskedQuery[];
}

/** A text that fewer people asked may say more about one of them than about the programme: nobody is shown it. */
export const fewestAskers = 3;

/** Characters of the longest search for something; what is longer was pasted, a poster or a letter. */
const longestSearch = 60;

/** Counts what residents searched for; words are known for as long as searches are kept (housekeeping.ts). */
export async function countSearches(queries: Queries, span: ReportSpan, most: number): Promise<SearchCounts> {
  // Telegram tells seconds, and the number of the update makes them finer: up to one second ahead of the clock.
  const until = new Date(span.until.getTime() + 1_000);
  const asked = Prisma.sql`FROM "SearchQuery" q WHERE q."askedAt" >= ${span.from} AND q."askedAt" <= ${until}
    AND char_length(coalesce(q."text", '')) <= ${longestSearch}::int
    AND NOT EXISTS (SELECT FROM "StaffRole" s WHERE s."personId" = q."personId")`;
  const top = (which: Prisma.Sql) => queries.$queryRaw<AskedQuery[]>`
    SELECT * FROM (
      SELECT lower(q."text") AS "text", count(*)::int AS "asked",
             (array_agg(q."found" ORDER BY q."askedAt" DESC))[1] AS "found"
      ${asked} AND q."text" IS NOT NULL GROUP BY 1 HAVING count(DISTINCT q."personId") >= ${fewestAskers}
    ) common ${which} ORDER BY "asked" DESC, "text" LIMIT ${most}`;
  const [askings, forgotten, inVain, all] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`q."askedAt"`, span)} AS "bucket",
             CASE WHEN q."found" > 0 THEN 'found' ELSE 'vain' END AS "name", count(*)::int AS "count"
      ${asked} GROUP BY 1, 2`,
    findForgotten(queries, "search", span),
    top(Prisma.sql`WHERE "found" = 0`),
    top(Prisma.empty),
  ]);
  return { askings: [...askings, ...forgotten], inVain, all };
}
