import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { bucketOf } from "./bucket-store.ts";
import type { Span, Tally } from "./span.ts";

/** What is counted before it is deleted; behind a colon stands of which sort: "person:tt", "reminder:sent". */
export type Forgotten = "person" | "reminder" | "enrolment" | "attendance";

/** Which deliveries are reminders: of an event, of a lesson, with its link. */
export const reminderKinds = Prisma.sql`('reminder', 'lesson', 'join')`;

const deliverySort = Prisma.sql`'reminder:' || CASE WHEN "state" = 'sent' THEN 'sent' ELSE 'missed' END`;

/** Counts what is about to be erased with a person, in the same transaction: numbers stay, and they name nobody. */
export async function keepCountsOf(queries: Queries, personId: number): Promise<void> {
  const id = BigInt(personId);
  await keep(
    queries,
    Prisma.sql`
      SELECT "firstSeenAt" AS "at", 'person:' || "language" AS "what" FROM "Person" WHERE "id" = ${id}
      UNION ALL
      SELECT "settledAt", ${deliverySort} FROM "Delivery"
      WHERE "personId" = ${id} AND "kind" IN ${reminderKinds} AND "lane" <> 'bulk' AND ${isCounted}
      UNION ALL
      SELECT "createdAt", 'enrolment:left' FROM "Enrolment" WHERE "personId" = ${id}
      UNION ALL
      SELECT l."startsAt", 'attendance:' || CASE WHEN a."isPresent" THEN 'present' ELSE 'absent' END
      FROM "Enrolment" e JOIN "Attendance" a ON a."enrolmentId" = e."id" JOIN "Lesson" l ON l."id" = a."lessonId"
      WHERE e."personId" = ${id}`,
  );
}

/** Deliveries that went out, or should have. */
const isCounted = Prisma.sql`"state" IN ('sent', 'failed', 'expired', 'uncertain') AND "settledAt" IS NOT NULL`;

/** Counts the reminders among up to `share` deliveries settled before `before`, and deletes them; returns how many. */
export function forgetShare(queries: Queries, before: Date, share: number): Promise<number> {
  return keep(
    queries,
    Prisma.sql`SELECT "settledAt" AS "at", ${deliverySort} AS "what" FROM deleted
      WHERE "kind" IN ${reminderKinds} AND ${isCounted}`,
    Prisma.sql`deleted AS (
      DELETE FROM "Delivery" WHERE "id" IN (
        SELECT "id" FROM "Delivery"
        WHERE "state" IN ('sent', 'failed', 'expired', 'cancelled', 'uncertain') AND "settledAt" < ${before}
        LIMIT ${share})
      RETURNING "kind", "state", "settledAt"),`,
    Prisma.sql`SELECT count(*)::int AS "count" FROM deleted`,
  );
}

async function keep(
  queries: Queries,
  rows: Prisma.Sql,
  before = Prisma.empty,
  result = Prisma.sql`SELECT 0 AS "count"`,
): Promise<number> {
  const [row] = await queries.$queryRaw<{ count: number }[]>`
    WITH ${before} kept AS (
      INSERT INTO "Forgotten" AS f ("hour", "what", "count")
      SELECT date_trunc('hour', r."at"), r."what", count(*) FROM (${rows}) r GROUP BY 1, 2
      ON CONFLICT ("what", "hour") DO UPDATE SET "count" = f."count" + EXCLUDED."count")
    ${result}`;
  return row?.count ?? 0;
}

/** Finds what was counted before it was deleted. */
export function findForgotten(queries: Queries, what: Forgotten, span: Span): Promise<Tally[]> {
  return queries.$queryRaw<Tally[]>`
    SELECT ${bucketOf(Prisma.sql`"hour"`, span)} AS "bucket", split_part("what", ':', 2) AS "name",
           sum("count")::int AS "count"
    FROM "Forgotten"
    WHERE "what" >= ${`${what}:`} AND "what" < ${`${what};`} AND "hour" >= ${span.from} AND "hour" <= ${span.until}
    GROUP BY 1, 2`;
}
