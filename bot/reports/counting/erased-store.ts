import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "./bucket.sql.ts";
import type { ReportSpan, Tally } from "./span.ts";

/**
 * What is counted before it is deleted; behind a colon stands of which sort, and behind another one of which group, where it is
 * of one: "person:tt", "attendance:present:12".
 */
export type Forgotten = "person" | "enrolment" | "attendance" | "learner" | "search" | "thread";

/** Counts what is about to be erased with a person, in the same transaction: numbers stay, and they name nobody. */
export async function keepCountsOf(queries: Queries, personId: number): Promise<void> {
  const id = BigInt(personId);
  await queries.$executeRaw`
    ${intoForgotten(Prisma.sql`
      SELECT "firstSeenAt" AS "at", 'person:' || "language" AS "what", 0 AS "groupId" FROM "Person" WHERE "id" = ${id}
      UNION ALL
      SELECT "createdAt", 'enrolment:left', "groupId" FROM "Enrolment" WHERE "personId" = ${id}
      UNION ALL ${lessonsOf(Prisma.sql`e."personId" = ${id}`)}
      UNION ALL ${askedBy(id)}`)}`;
}

/** Counts what is about to be deleted of what somebody asked, searches and questions to staff, while they themselves stay. */
export async function keepAskedBy(queries: Queries, personId: bigint): Promise<void> {
  await queries.$executeRaw`${intoForgotten(askedBy(personId))}`;
}

const askedBy = (personId: bigint): Prisma.Sql => Prisma.sql`
  SELECT "askedAt" AS "at", CASE WHEN "found" > 0 THEN 'search:found' ELSE 'search:vain' END AS "what", 0 AS "groupId"
  FROM "SearchQuery" WHERE "personId" = ${personId}
  UNION ALL
  SELECT "createdAt", 'thread:opened', 0 FROM "Thread" WHERE "personId" = ${personId}
  UNION ALL
  SELECT m."sentAt", 'thread:answered', 0 FROM "Thread" t JOIN "ThreadMessage" m ON m."threadId" = t."id"
  WHERE t."personId" = ${personId} AND m."isFromStaff"`;

/**
 * SQL that adds rows of "at", "what" and "groupId", 0 for none, to what is counted by the hour. The group stands behind the sort,
 * "attendance:present:12": a program of before reads it as the sort alone.
 */
export const intoForgotten = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO "Forgotten" AS f ("hour", "what", "count")
  SELECT date_trunc('hour', r."at"), r."what" || CASE WHEN r."groupId" = 0 THEN '' ELSE ':' || r."groupId" END, count(*)
  FROM (${rows}) r GROUP BY 1, 2
  ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count"`;

/** SQL: whether "what" is of this sort, of whichever group. */
export const isOfSort = (sort: string): Prisma.Sql =>
  Prisma.sql`("what" >= ${sort}::text AND "what" < ${`${sort};`}::text AND split_part("what", ':', 2) = ${sort.split(":")[1] ?? ""}::text)`;

/** SQL: the rows of groups in a span, with "sort", "groupId" and "count". */
export const forgottenOfGroups = ({ from, until }: Pick<ReportSpan, "from" | "until">): Prisma.Sql => Prisma.sql`
  (SELECT split_part("what", ':', 1) || ':' || split_part("what", ':', 2) AS "sort",
          split_part("what", ':', 3)::int AS "groupId", "count"
   FROM "Forgotten" WHERE split_part("what", ':', 3) <> '' AND "hour" >= ${from} AND "hour" <= ${until})`;

/**
 * SQL: rows to be counted of the lessons of enrolments "Enrolment" e: each attendance at the beginning of its lesson, and
 * each learner once, at the last lesson to which they came.
 */
export const lessonsOf = (enrolments: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT l."startsAt" AS "at", 'attendance:' || CASE WHEN a."isPresent" THEN 'present' ELSE 'absent' END AS "what", e."groupId"
  FROM "Enrolment" e JOIN "Attendance" a ON a."enrolmentId" = e."id" JOIN "Lesson" l ON l."id" = a."lessonId"
  WHERE ${enrolments}
  UNION ALL
  SELECT max(l."startsAt"), 'learner:came', e."groupId"
  FROM "Enrolment" e JOIN "Attendance" a ON a."enrolmentId" = e."id" JOIN "Lesson" l ON l."id" = a."lessonId"
  WHERE ${enrolments} AND a."isPresent" GROUP BY e."id"`;

/** Finds what was counted before it was deleted. */
export function findForgotten(queries: Queries, what: Forgotten, span: ReportSpan): Promise<Tally[]> {
  return queries.$queryRaw<Tally[]>`
    SELECT ${bucketOf(Prisma.sql`"hour"`, span)} AS "bucket", split_part("what", ':', 2) AS "name",
           sum("count")::int AS "count"
    FROM "Forgotten"
    WHERE "what" >= ${`${what}:`} AND "what" < ${`${what};`} AND "hour" >= ${span.from} AND "hour" <= ${span.until}
    GROUP BY 1, 2`;
}
