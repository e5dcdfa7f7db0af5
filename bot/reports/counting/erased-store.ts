import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "./bucket.sql.ts";
import type { ReportSpan, Tally } from "./span.ts";

/** What is counted before it is deleted; behind a colon stands of which sort: "person:tt", "attendance:present". */
export type Forgotten = "person" | "enrolment" | "attendance" | "search" | "thread";

/** Counts what is about to be erased with a person, in the same transaction: numbers stay, and they name nobody. */
export async function keepCountsOf(queries: Queries, personId: number): Promise<void> {
  const id = BigInt(personId);
  await queries.$executeRaw`
    INSERT INTO "Forgotten" AS f ("hour", "what", "count")
    SELECT date_trunc('hour', r."at"), r."what", count(*) FROM (
      SELECT "firstSeenAt" AS "at", 'person:' || "language" AS "what" FROM "Person" WHERE "id" = ${id}
      UNION ALL
      SELECT "askedAt", CASE WHEN "found" > 0 THEN 'search:found' ELSE 'search:vain' END FROM "SearchQuery"
      WHERE "personId" = ${id}
      UNION ALL
      SELECT "createdAt", 'enrolment:left' FROM "Enrolment" WHERE "personId" = ${id}
      UNION ALL
      SELECT l."startsAt", 'attendance:' || CASE WHEN a."isPresent" THEN 'present' ELSE 'absent' END
      FROM "Enrolment" e JOIN "Attendance" a ON a."enrolmentId" = e."id" JOIN "Lesson" l ON l."id" = a."lessonId"
      WHERE e."personId" = ${id}
      UNION ALL
      SELECT "createdAt", 'thread:opened' FROM "Thread" WHERE "personId" = ${id}
      UNION ALL
      SELECT m."sentAt", 'thread:answered' FROM "Thread" t JOIN "ThreadMessage" m ON m."threadId" = t."id"
      WHERE t."personId" = ${id} AND m."isFromStaff"
    ) r GROUP BY 1, 2
    ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count"`;
}

/** Finds what was counted before it was deleted. */
export function findForgotten(queries: Queries, what: Forgotten, span: ReportSpan): Promise<Tally[]> {
  return queries.$queryRaw<Tally[]>`
    SELECT ${bucketOf(Prisma.sql`"hour"`, span)} AS "bucket", split_part("what", ':', 2) AS "name",
           sum("count")::int AS "count"
    FROM "Forgotten"
    WHERE "what" >= ${`${what}:`} AND "what" < ${`${what};`} AND "hour" >= ${span.from} AND "hour" <= ${span.until}
    GROUP BY 1, 2`;
}
