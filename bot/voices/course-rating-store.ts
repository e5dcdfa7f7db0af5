import type { Queries } from "../database/database.ts";
import { isNewcomer } from "./newcomer.sql.ts";
import type { Rating } from "./rating-store.ts";
import { type Stars, starsIn } from "./stars.ts";

/**
 * Stores how a course is for somebody who has, or had, a place in it, in place of what they said before. Looked up in the
 * statement that writes: whether they have one, and whether a lesson of their group is over.
 */
export async function rateCourse(
  queries: Queries,
  { personId, courseId }: { personId: number; courseId: number },
  given: Stars,
  now: Date,
): Promise<Rating> {
  const id = BigInt(personId);
  const [row] = await queries.$queryRaw<{ hasBegun: boolean }[]>`
    WITH course AS (
      SELECT c."id", EXISTS (
        SELECT FROM "Group" g JOIN "Enrolment" e ON e."groupId" = g."id" AND e."personId" = ${id} AND e."state" = 'enrolled'
        JOIN "Lesson" l ON l."groupId" = g."id" AND l."endsAt" <= ${now} AND l."status" <> 'cancelled'
        WHERE g."courseId" = c."id") AS "hasBegun"
      FROM "Course" c WHERE c."id" = ${courseId} AND c."withdrawnAt" IS NULL AND c."publishedAt" <= ${now}
    ), rated AS (
      INSERT INTO "Rating" ("personId", "courseId", "stars", "ratedAt", "isNewcomer")
      SELECT ${id}, "id", ${given}, ${now}, ${isNewcomer(personId, now)} FROM course WHERE "hasBegun"
      ON CONFLICT ("personId", "courseId") DO UPDATE SET "stars" = EXCLUDED."stars", "ratedAt" = EXCLUDED."ratedAt"
    )
    SELECT "hasBegun" FROM course`;
  if (row === undefined) return { kind: "gone" };
  return { kind: row.hasBegun ? "rated" : "not yet" };
}

/** The stars that somebody gave a course; null: none. */
export async function findOwnCourseRating(
  queries: Queries,
  { personId, courseId }: { personId: number; courseId: number },
): Promise<Stars | null> {
  const where = { personId: BigInt(personId), courseId };
  const rating = await queries.rating.findFirst({ where, select: { stars: true } });
  return starsIn(rating);
}
