import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import type { Rating } from "./rating-store.ts";
import { fewestShown } from "./score.ts";
import { type Stars, starsIn } from "./stars.ts";

/**
 * Stores how a lesson was for somebody who has, or had, a place in its group, in place of what they said before. Looked up in
 * the statement that writes: whether they have one, and whether it is over.
 */
export async function rateLesson(
  queries: Queries,
  { personId, lessonId }: { personId: number; lessonId: number },
  given: Stars,
  now: Date,
): Promise<Rating> {
  const id = BigInt(personId);
  const [row] = await queries.$queryRaw<{ isOver: boolean }[]>`
    WITH lesson AS (
      SELECT l."id", l."endsAt" <= ${now} AND l."status" <> 'cancelled' AS "isOver" FROM "Lesson" l
      WHERE l."id" = ${lessonId} AND EXISTS (
        SELECT FROM "Enrolment" e WHERE e."groupId" = l."groupId" AND e."personId" = ${id} AND e."state" = 'enrolled')
    ), rated AS (
      INSERT INTO "LessonRating" ("lessonId", "personId", "stars", "ratedAt")
      SELECT "id", ${id}, ${given}, ${now} FROM lesson WHERE "isOver"
      ON CONFLICT ("lessonId", "personId") DO UPDATE SET "stars" = EXCLUDED."stars", "ratedAt" = EXCLUDED."ratedAt"
    )
    SELECT "isOver" FROM lesson`;
  if (row === undefined) return { kind: "gone" };
  return { kind: row.isOver ? "rated" : "not yet" };
}

/** The stars that somebody gave a lesson; null: none. */
export async function findOwnLessonRating(
  queries: Queries,
  { personId, lessonId }: { personId: number; lessonId: number },
): Promise<Stars | null> {
  const where = { lessonId_personId: { lessonId, personId: BigInt(personId) } };
  const rating = await queries.lessonRating.findUnique({ where, select: { stars: true } });
  return starsIn(rating);
}

/** How the lessons of a group were found: stars of all of them, and by how many people. */
export interface LessonsScore {
  mean: number;
  people: number;
}

/** SQL: how a group finds its lessons, as JSON; null while so few have said it that a mean would tell what one of them said. */
export const lessonsScore = (groupId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_build_object('mean', avg(r."stars"), 'people', count(DISTINCT r."personId")) FROM "LessonRating" r
  JOIN "Lesson" l ON l."id" = r."lessonId" WHERE l."groupId" = ${groupId} HAVING count(DISTINCT r."personId") >= ${fewestShown})`;

/** Leaves stars without their givers, in the groups that are named: they count on. */
export const forgetLessonRaters = (queries: Queries, groupIds: readonly number[]) =>
  queries.lessonRating.updateMany({ where: { lesson: { groupId: { in: [...groupIds] } } }, data: { personId: null } });
