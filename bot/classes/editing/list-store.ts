import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import { titleOf } from "../courses/group.sql.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import type { CourseState } from "./editable.ts";

/** A course in the list of staff. */
export interface ListedForEditing {
  courseId: number;
  title: string;
  state: CourseState;
  /** Groups that still have a lesson to come. */
  groups: number;
}

export const editablePerPage = 8;

/** Finds a page of the courses of a subject, drafts and withdrawn ones too, the newest first. */
export async function listForEditing(
  queries: Queries,
  { area, page, language, now }: { area: Area; page: number; language: Language; now: Date },
): Promise<{ rows: ListedForEditing[]; total: number }> {
  const rows = await queries.$queryRaw<(ListedForEditing & { total: number })[]>`
    SELECT ${listed(language, now)}, (count(*) OVER ())::int AS "total" FROM "Course" c WHERE c."area" = ${area}
    ORDER BY c."id" DESC LIMIT ${editablePerPage} OFFSET ${page * editablePerPage}`;
  return { rows: rows.map(({ total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Finds courses whose title in any language contains the text, or one of whose teachers does; the newest first. */
export const searchForEditing = (
  queries: Queries,
  { text, language, now }: { text: string; language: Language; now: Date },
): Promise<ListedForEditing[]> =>
  queries.$queryRaw<ListedForEditing[]>`
    SELECT ${listed(language, now)} FROM "Course" c
    WHERE EXISTS (SELECT FROM "CourseText" x WHERE x."courseId" = c."id" AND strpos(lower(x."title"), lower(${text})) > 0)
      OR EXISTS (SELECT FROM "Group" g WHERE g."courseId" = c."id" AND strpos(lower(g."teacherName"), lower(${text})) > 0)
    ORDER BY c."id" DESC LIMIT ${editablePerPage}`;

/** Counts all courses of each subject. */
export async function countForEditing(queries: Queries): Promise<ReadonlyMap<Area, number>> {
  const rows = await queries.$queryRaw<{ area: Area; count: number }[]>`
    SELECT "area", count(*)::int AS "count" FROM "Course" GROUP BY "area"`;
  return new Map(rows.map(({ area, count }) => [area, count]));
}

const listed = (language: Language, now: Date) => Prisma.sql`
  c."id" AS "courseId",
  ${titleOf(Prisma.sql`c."id"`, language)} AS "title",
  CASE WHEN c."withdrawnAt" IS NOT NULL THEN 'withdrawn' WHEN c."publishedAt" IS NULL THEN 'draft' ELSE 'open' END AS "state",
  (SELECT count(*)::int FROM "Group" g WHERE g."courseId" = c."id" AND EXISTS (
     SELECT FROM "Lesson" l WHERE l."groupId" = g."id" AND l."endsAt" > ${now} AND l."status" <> 'cancelled')) AS "groups"`;

/** A group in the list under its course. */
export interface GroupForEditing {
  groupId: number;
  teacherName: string;
  capacity: number;
  taken: number;
  waiting: number;
  isClosed: boolean;
  timeZone: string;
  lessons: LessonTime[];
}

/** Groups on a course's screen; older ones are found by no button. */
const mostGroups = 12;

/** Finds the groups of a course, the latest first. */
export async function listGroups(queries: Queries, courseId: number): Promise<GroupForEditing[]> {
  const rows = await queries.$queryRaw<
    (Omit<GroupForEditing, "lessons"> & { lessons: { startsAt: number; endsAt: number; status: "scheduled" }[] })[]
  >`
    SELECT g."id" AS "groupId", g."teacherName", g."capacity", g."taken", g."waiting", g."closedAt" IS NOT NULL AS "isClosed",
           g."timeZone",
           (SELECT coalesce(jsonb_agg(jsonb_build_object(
              'startsAt', extract(epoch FROM l."startsAt") * 1000, 'endsAt', extract(epoch FROM l."endsAt") * 1000,
              'status', l."status") ORDER BY l."startsAt"), '[]') FROM "Lesson" l WHERE l."groupId" = g."id") AS "lessons"
    FROM "Group" g WHERE g."courseId" = ${courseId} ORDER BY g."id" DESC LIMIT ${mostGroups}`;
  return rows.map(({ lessons, ...group }) => ({
    ...group,
    lessons: lessons.map((lesson) => ({
      ...lesson,
      startsAt: new Date(lesson.startsAt),
      endsAt: new Date(lesson.endsAt),
    })),
  }));
}
