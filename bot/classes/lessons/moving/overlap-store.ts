import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import type { Language } from "../../../words/language.ts";
import { titleOf } from "../../courses/group.sql.ts";

/** More than that nobody reads before they decide. */
const most = 3;

/** An own lesson at the same time as one of another group. */
export interface Overlap {
  /** Title of the own course, in the language asked for or the next one. */
  title: string;
  startsAt: Date;
  endsAt: Date;
}

/**
 * The first lesson of each own class (a place or the line) that overlaps with a group's coming lessons; at most three.
 */
export async function findOverlaps(
  queries: Queries,
  personId: number,
  groupId: number,
  language: Language,
  now: Date,
): Promise<Overlap[]> {
  return queries.$queryRaw<Overlap[]>`
    SELECT ${titleOf(Prisma.sql`own."courseId"`, language)} AS "title", own."startsAt", own."endsAt"
    FROM (
      SELECT DISTINCT ON (g."id") g."courseId", o."startsAt", o."endsAt"
      FROM "Lesson" l
      JOIN "Enrolment" e ON e."personId" = ${BigInt(personId)} AND e."state" <> 'left' AND e."groupId" <> l."groupId"
      JOIN "Group" g ON g."id" = e."groupId"
      JOIN "Lesson" o ON o."groupId" = g."id" AND o."status" <> 'cancelled' AND o."endsAt" > ${now}
        AND o."startsAt" < l."endsAt" AND o."endsAt" > l."startsAt"
      WHERE l."groupId" = ${groupId} AND l."status" <> 'cancelled' AND l."endsAt" > ${now}
      ORDER BY g."id", o."startsAt") own
    ORDER BY own."startsAt" LIMIT ${most}`;
}
