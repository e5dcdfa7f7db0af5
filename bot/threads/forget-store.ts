import type { Database } from "../database/database.ts";
import { days } from "./thread.ts";

/** Milliseconds. */
const day = 24 * 3_600_000;

/**
 * Closes threads in which nobody has said anything since the last answer for long, and deletes what was said in those that
 * are closed for longer; how many there were stays counted. Nothing that waits for an answer is touched.
 */
export async function tidyThreads(database: Database, now: Date): Promise<{ closed: number; deleted: number }> {
  const before = (count: number) => new Date(now.getTime() - count * day);
  const { count: closed } = await database.thread.updateMany({
    where: { state: "answered", lastAt: { lt: before(days.quiet) } },
    data: { state: "closed" },
  });
  const deleted = await database.$executeRaw`
    WITH old AS (SELECT "id", "createdAt" FROM "Thread" WHERE "state" = 'closed' AND "lastAt" < ${before(days.kept)}),
    counted AS (
      INSERT INTO "Forgotten" AS f ("hour", "what", "count")
      SELECT date_trunc('hour', r."at"), r."what", count(*) FROM (
        SELECT "createdAt" AS "at", 'thread:opened' AS "what" FROM old
        UNION ALL
        SELECT m."sentAt", 'thread:answered' FROM "ThreadMessage" m JOIN old ON old."id" = m."threadId" WHERE m."isFromStaff"
      ) r GROUP BY 1, 2
      ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count")
    DELETE FROM "Thread" WHERE "id" IN (SELECT "id" FROM old)`;
  return { closed, deleted };
}
