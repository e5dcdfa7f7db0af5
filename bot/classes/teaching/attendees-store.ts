import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { isReachable } from "../../people/address.sql.ts";

/** People on one screen. */
export const comersPerPage = 20;

/** Somebody who is expected. */
export interface Comer {
  name: string;
  /** Null: without one. */
  phone: string | null;
  /** In the group since the last lesson. */
  isNew: boolean;
}

export interface Comers {
  page: Comer[];
  total: number;
  /** Who left the group or its line since the last lesson. */
  left: string[];
}

/** How many of those who left are named. */
const mostLeft = 10;

/** Who comes to a group's next lesson, in the order of names, and who has said since `since` that they do not. */
export async function findComers(
  queries: Queries,
  { groupId, page, since }: { groupId: number; page: number; since: Date | null },
): Promise<Comers> {
  const rows = await queries.$queryRaw<(Comer & { total: number })[]>`
    SELECT coalesce(n."name", p."firstName") AS "name", n."phone", count(*) OVER ()::int AS "total",
           coalesce(e."changedAt" > ${since}::timestamptz, false) AS "isNew"
    FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" LEFT JOIN "Learner" n ON n."personId" = e."personId"
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'
    ORDER BY 1, e."id" LIMIT ${comersPerPage} OFFSET ${page * comersPerPage}`;
  const left = await queries.$queryRaw<{ name: string }[]>`
    SELECT coalesce(n."name", p."firstName") AS "name"
    FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" LEFT JOIN "Learner" n ON n."personId" = e."personId"
    WHERE e."groupId" = ${groupId} AND e."state" = 'left' AND (${since}::timestamptz IS NULL OR e."changedAt" > ${since})
      AND NOT EXISTS (SELECT 1 FROM "Enrolment" b WHERE b."groupId" = e."groupId" AND b."personId" = e."personId" AND b."state" <> 'left')
    ORDER BY e."changedAt" DESC LIMIT ${mostLeft}`;
  return {
    page: rows.map(({ total: _, ...comer }) => comer),
    total: rows[0]?.total ?? 0,
    left: left.map(({ name }) => name),
  };
}

/** How many of a group's learners can be written to: they have not blocked the bot. */
export async function countReachable(queries: Queries, groupId: number): Promise<number> {
  const [row] = await queries.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" AND ${isReachable(Prisma.sql`p."id"`)}
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'`;
  return row?.count ?? 0;
}
