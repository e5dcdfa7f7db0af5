import type { Queries } from "../database/database.ts";
import type { Belongings, Singles } from "./belongings.ts";

/**
 * Counts what a person has; of two, what one person of them would have by the rules of merging (merging/merge-store.ts).
 */
export async function findBelongings(queries: Queries, personIds: readonly number[], now: Date): Promise<Belongings> {
  const ids = personIds.map(BigInt);
  const [found] = await queries.$queryRaw<Belongings[]>`
    WITH place AS MATERIALIZED (
      SELECT e."groupId", g."courseId", e."state" = 'enrolled' AS "isIn", EXISTS (
        SELECT FROM "Lesson" n WHERE n."groupId" = g."id" AND n."status" <> 'cancelled' AND n."endsAt" > ${now}) AS "isGoingOn"
      FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
      WHERE e."personId" = ANY(${ids}::bigint[]) AND e."state" <> 'left'
    )
    SELECT
      (SELECT count(DISTINCT "occurrenceId") FROM "Reminder" WHERE "personId" = ANY(${ids}::bigint[]))::int AS "reminders",
      (SELECT count(DISTINCT "groupId") FROM place WHERE "isIn" AND "isGoingOn")::int AS "classes",
      (SELECT count(DISTINCT w."groupId") FROM place w WHERE NOT w."isIn" AND NOT EXISTS (
        SELECT FROM place i WHERE i."isIn" AND (i."groupId" = w."groupId" OR (i."courseId" = w."courseId" AND i."isGoingOn"))
      ))::int AS "lines",
      (SELECT count(DISTINCT ("occurrenceId", "courseId")) FROM "Rating" WHERE "personId" = ANY(${ids}::bigint[]))::int AS "ratings",
      ((SELECT count(DISTINCT ("kind", "text", "dropped")) FROM "Wish" WHERE "personId" = ANY(${ids}::bigint[]))
       + (SELECT count(DISTINCT "eventId") FROM "RecordingWish" WHERE "personId" = ANY(${ids}::bigint[])))::int AS "wishes",
      (SELECT count(*) FROM "Thread" WHERE "personId" = ANY(${ids}::bigint[]))::int AS "threads",
      (SELECT count(*) FROM "Certificate" c JOIN "Enrolment" e ON e."id" = c."enrolmentId"
       WHERE e."personId" = ANY(${ids}::bigint[]))::int AS "certificates"`;
  return found ?? { reminders: 0, classes: 0, lines: 0, ratings: 0, wishes: 0, threads: 0, certificates: 0 };
}

/** Finds what there is twice of two people, of whom the first stays. */
export async function findSingles(queries: Queries, keptId: number, goneId: number): Promise<Singles> {
  const kept = BigInt(keptId);
  const both = [kept, BigInt(goneId)];
  const [found] = await queries.$queryRaw<Singles[]>`
    SELECT (SELECT "name" FROM "Learner" WHERE "personId" = ANY(${both}::bigint[])
            ORDER BY "personId" = ${kept} DESC LIMIT 1) AS "journalName",
           (SELECT count(*) FROM "Digest" WHERE "personId" = ANY(${both}::bigint[])) = 2 AS "hasTwoDigests",
           (SELECT count("calendarToken") FROM "Person" WHERE "id" = ANY(${both}::bigint[])) = 2 AS "hasTwoCalendars",
           EXISTS (SELECT FROM "Enrolment" k JOIN "Enrolment" g USING ("groupId")
                   WHERE k."personId" = ${kept} AND g."personId" = ${BigInt(goneId)} AND k."state" <> 'left'
                     AND g."state" <> 'left') AS "sharesGroup",
           EXISTS (SELECT FROM "StaffRole" WHERE "personId" = ${kept}) AS "isStaff"`;
  return (
    found ?? { journalName: null, hasTwoDigests: false, hasTwoCalendars: false, sharesGroup: false, isStaff: false }
  );
}
