import { Prisma } from "../../../prisma/client/client.ts";
import { openCourse } from "../../classes/courses/group.sql.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import { findForgotten, forgottenOfGroups } from "../counting/erased-store.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";

export interface EnrolmentCounts {
  /** By the day of enrolling and what has become of it: "enrolled", "waiting" (in line, or offered a place), "left". */
  enrolments: Tally[];
  /** Places of the groups that are open now. */
  places: { groups: number; capacity: number; taken: number; waiting: number };
  /** Where most enrolled in the span, of what residents see: drafts and withdrawn courses are for who may edit them. */
  courses: { title: string; enrolments: number }[];
}

/** Counts enrolments. */
export async function countEnrolments(
  queries: Queries,
  span: ReportSpan,
  language: Language,
  most: number,
): Promise<EnrolmentCounts> {
  const [enrolments, forgotten, [places], courses] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`"createdAt"`, span)} AS "bucket",
             CASE "state" WHEN 'offered' THEN 'waiting' ELSE "state"::text END AS "name", count(*)::int AS "count"
      FROM "Enrolment" WHERE "createdAt" >= ${span.from} AND "createdAt" <= ${span.until} GROUP BY 1, 2`,
    findForgotten(queries, "enrolment", span),
    queries.$queryRaw<EnrolmentCounts["places"][]>`
      SELECT count(*)::int AS "groups", coalesce(sum(g."capacity"), 0)::int AS "capacity",
             coalesce(sum(g."taken"), 0)::int AS "taken", coalesce(sum(g."waiting"), 0)::int AS "waiting"
      FROM "Group" g JOIN "Course" c ON c."id" = g."courseId"
      WHERE g."closedAt" IS NULL AND c."publishedAt" <= ${span.until} AND c."withdrawnAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Lesson" l WHERE l."groupId" = g."id" AND l."endsAt" > ${span.until})`,
    queries.$queryRaw<EnrolmentCounts["courses"]>`
      SELECT c."count" AS "enrolments", coalesce((SELECT x."title" FROM "CourseText" x WHERE x."courseId" = c."courseId"
        ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1), '') AS "title"
      FROM (
        SELECT g."courseId", sum(n."count")::int AS "count" FROM (
          SELECT e."groupId", count(*) AS "count" FROM "Enrolment" e
          WHERE e."createdAt" >= ${span.from} AND e."createdAt" <= ${span.until} GROUP BY 1
          UNION ALL
          SELECT f."groupId", sum(f."count") FROM ${forgottenOfGroups(span)} f WHERE f."sort" LIKE 'enrolment:%' GROUP BY 1
        ) n JOIN "Group" g ON g."id" = n."groupId" JOIN "Course" c ON c."id" = g."courseId"
        WHERE ${openCourse(span.until)} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${most}
      ) c ORDER BY 1 DESC, 2`,
  ]);
  const none = { groups: 0, capacity: 0, taken: 0, waiting: 0 };
  return { enrolments: [...enrolments, ...forgotten], places: places ?? none, courses };
}
