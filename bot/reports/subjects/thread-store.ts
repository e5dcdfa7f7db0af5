import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import { findForgotten } from "../counting/erased-store.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";

export interface ThreadCounts {
  /** "opened": threads; "answered": messages of staff. */
  tallies: Tally[];
  /** How many wait for an answer now, and since when the first of them. */
  waiting: number;
  since: Date | null;
}

/** Counts what residents wrote to staff and what they were answered. */
export async function countThreads(queries: Queries, span: ReportSpan): Promise<ThreadCounts> {
  const [tallies, forgotten, [now]] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`r."at"`, span)} AS "bucket", r."name", count(*)::int AS "count" FROM (
        SELECT "createdAt" AS "at", 'opened' AS "name" FROM "Thread"
        UNION ALL SELECT "sentAt", 'answered' FROM "ThreadMessage" WHERE "isFromStaff"
      ) r WHERE r."at" >= ${span.from} AND r."at" <= ${span.until} GROUP BY 1, 2`,
    findForgotten(queries, "thread", span),
    queries.$queryRaw<{ waiting: number; since: Date | null }[]>`
      SELECT count(*)::int AS "waiting", min("waitingSince") AS "since" FROM "Thread" WHERE "state" = 'waiting'`,
  ]);
  return { tallies: [...tallies, ...forgotten], waiting: now?.waiting ?? 0, since: now?.since ?? null };
}
