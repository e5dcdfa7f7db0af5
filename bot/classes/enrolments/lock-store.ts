import type { Queries } from "../../database/database.ts";
import type { EnrolmentState } from "./enrolment.ts";

/**
 * The order that keeps places free of deadlocks: first the person, then groups by their ids. NO KEY, because rows that
 * only refer to them (lessons, deliveries) may be written meanwhile.
 */
export async function lockPerson(queries: Queries, personId: number): Promise<void> {
  await queries.$executeRaw`SELECT 1 FROM "Person" WHERE "id" = ${BigInt(personId)} FOR NO KEY UPDATE`;
}

/** Nobody else changes who is in these groups until the commit. */
export async function lockGroups(queries: Queries, groupIds: readonly number[]): Promise<void> {
  await queries.$executeRaw`
    SELECT 1 FROM "Group" WHERE "id" = ANY (${[...new Set(groupIds)]}::int[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

export interface Standing {
  enrolmentId: number;
  groupId: number;
  state: EnrolmentState;
}

/**
 * Where a person stands in a group and the others of its course that have lessons to come: whoever finished a course may
 * take it once more. With the person locked, it stays so.
 */
export async function findStandings(
  queries: Queries,
  { groupId, personId, now }: { groupId: number; personId: number; now: Date },
): Promise<Standing[]> {
  return queries.$queryRaw<Standing[]>`
    SELECT e."id" AS "enrolmentId", e."groupId", e."state"::text AS "state"
    FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
    WHERE e."personId" = ${BigInt(personId)} AND e."state" <> 'left'
      AND g."courseId" = (SELECT "courseId" FROM "Group" WHERE "id" = ${groupId})
      AND (g."id" = ${groupId} OR EXISTS (
        SELECT FROM "Lesson" n WHERE n."groupId" = g."id" AND n."endsAt" > ${now} AND n."status" <> 'cancelled'))
    ORDER BY e."id"`;
}

/** For transactions that queue for a busy group: by default Prisma gives up after 2 s without a connection, 5 s with one. */
export const patience = { maxWait: 15_000, timeout: 15_000 };
