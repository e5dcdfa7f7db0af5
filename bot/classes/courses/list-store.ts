import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import type { ListedCourse } from "./course.ts";
import type { CourseFilters, FilterableGroup } from "./course-filters.ts";
import { openCourse, openGroup, titleOf } from "./group.sql.ts";

const hasPlaces = Prisma.sql`(g."waiting" = 0 AND g."taken" < g."capacity")`;

/** Courses on a page: as many as a phone shows together with their buttons. */
export const coursesPerPage = 6;

interface CoursesAsked {
  area: Area;
  language: Language;
  page: number;
  now: Date;
  personId: number;
  filters: CourseFilters;
}

/** Courses of a subject. */
interface CoursesPage {
  rows: ListedCourse[];
  total: number;
  /** Whether the reader is told of new groups of the subject. */
  isFollowed: boolean;
}

/**
 * A page of the courses of a subject that one can enrol in, with their number: one statement. The next to begin comes first;
 * a lesson of a full group counts only where no group has a place, for the two stand side by side: when, and how many places.
 */
export async function findCourses(
  queries: Queries,
  { area, language, page, now, personId, filters }: CoursesAsked,
): Promise<CoursesPage> {
  const rows = await queries.$queryRaw<(ListedCourse & { total: number; isFollowed: boolean })[]>`
    WITH listed AS (
      SELECT c."id" AS "courseId", count(*)::int AS "groups",
             coalesce(min(next."startsAt") FILTER (WHERE ${hasPlaces}), min(next."startsAt")) AS "nextStartsAt",
             sum(CASE WHEN g."waiting" > 0 THEN 0 ELSE greatest(g."capacity" - g."taken", 0) END)::int AS "free",
             sum(g."waiting")::int AS "waiting", (count(*) OVER ())::int AS "total"
      FROM "Course" c JOIN "Group" g ON g."courseId" = c."id"
      JOIN LATERAL (SELECT min(l."startsAt") AS "startsAt" FROM "Lesson" l
                    WHERE l."groupId" = g."id" AND l."endsAt" > ${now} AND l."status" <> 'cancelled') next
        ON next."startsAt" IS NOT NULL
      WHERE c."area" = ${area} AND ${openCourse(now)} AND (g."closedAt" IS NULL OR g."closedAt" > ${now}) ${matching(filters, now)}
      GROUP BY c."id"
      ORDER BY "nextStartsAt", c."id" LIMIT ${coursesPerPage} OFFSET ${page * coursesPerPage})
    SELECT listed.*, ${titleOf(Prisma.sql`listed."courseId"`, language)} AS "title", followed."isFollowed"
    FROM (SELECT EXISTS (SELECT FROM "FollowedArea" WHERE "personId" = ${BigInt(personId)} AND "area" = ${area}) AS "isFollowed") followed
    LEFT JOIN listed ON true ORDER BY "nextStartsAt", "courseId"`;
  return {
    rows: rows.filter(({ courseId }) => courseId !== null).map(({ total, isFollowed, ...row }) => row),
    total: rows[0]?.total ?? 0,
    isFollowed: rows[0]?.isFollowed ?? false,
  };
}

/** The groups of a subject that one can enrol in, as filters look at them. */
export const findFilterableGroups = (queries: Queries, area: Area, now: Date): Promise<FilterableGroup[]> =>
  queries.$queryRaw<FilterableGroup[]>`
    SELECT g."courseId", g."level"::text AS "level", split_part(g."heldIn", '-', 1) AS "heldIn", ${hasPlaces} AS "isFree",
           ARRAY(SELECT DISTINCT ${weekdayOf} ${coming(now)}) AS "weekdays"
    FROM "Course" c JOIN "Group" g ON g."courseId" = c."id"
    WHERE c."area" = ${area} AND ${openCourse(now)} AND ${openGroup(now)}`;

const weekdayOf = Prisma.sql`extract(isodow FROM l."startsAt" AT TIME ZONE g."timeZone")::int`;
const coming = (now: Date) =>
  Prisma.sql`FROM "Lesson" l WHERE l."groupId" = g."id" AND l."endsAt" > ${now} AND l."status" <> 'cancelled'`;

/** SQL over the group g, to be put behind other conditions. */
function matching({ level, heldIn, weekday, free }: CourseFilters, now: Date): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (level) conditions.push(Prisma.sql`g."level" = ANY (${[...level]}::"Level"[])`);
  if (heldIn) conditions.push(Prisma.sql`split_part(g."heldIn", '-', 1) = ANY (${[...heldIn]}::text[])`);
  if (weekday)
    conditions.push(Prisma.sql`EXISTS (SELECT ${coming(now)} AND ${weekdayOf} = ANY (${[...weekday]}::int[]))`);
  if (free) conditions.push(hasPlaces);
  return Prisma.sql`AND ${Prisma.join(conditions, " AND ")}`;
}

/** How many courses each subject has that one can enrol in; those without any are left out. */
export async function countByArea(queries: Queries, now: Date): Promise<ReadonlyMap<Area, number>> {
  const rows = await queries.$queryRaw<{ area: Area; count: number }[]>`
    SELECT c."area", count(*)::int AS "count" FROM "Course" c
    WHERE ${openCourse(now)} AND EXISTS (SELECT FROM "Group" g WHERE g."courseId" = c."id" AND ${openGroup(now)})
    GROUP BY c."area"`;
  return new Map(rows.map(({ area, count }) => [area, count]));
}
