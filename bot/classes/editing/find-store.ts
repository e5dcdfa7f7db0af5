import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";
import type { EditableCourse, EditableGroup, EditableLesson } from "./editable.ts";

/** Finds a course as staff edits it; null when it is gone. */
export async function findEditableCourse(queries: Queries, courseId: number): Promise<EditableCourse | null> {
  const [course] = await queries.$queryRaw<EditableCourse[]>`
    SELECT c."id", c."revision", c."area", c."publishedAt", c."withdrawnAt",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('language', t."language", 'title', t."title", 'about', t."about",
                                                         'needs', t."needs") ORDER BY t."language"), '[]')
            FROM "CourseText" t WHERE t."courseId" = c."id") AS "texts"
    FROM "Course" c WHERE c."id" = ${courseId}`;
  return course ?? null;
}

/** Finds a group as staff edits it; null when it is gone. */
export async function findEditableGroup(queries: Queries, groupId: number): Promise<EditableGroup | null> {
  const [group] = await queries.$queryRaw<(Omit<EditableGroup, "teacherId"> & { teacherId: bigint | null })[]>`
    SELECT "id", "revision", "courseId", "teacherId", "teacherName", "level"::text AS "level", "heldIn",
           coalesce("audiences", '{}')::text[] AS "audiences", "ageMin", "capacity", "taken", "waiting", "timeZone",
           "typedLink", "closedAt"
    FROM "Group" WHERE "id" = ${groupId}`;
  return group ? { ...group, teacherId: group.teacherId === null ? null : Number(group.teacherId) } : null;
}

/** Finds the lessons of a group in order of time. */
export const findEditableLessons = (queries: Queries, groupId: number): Promise<EditableLesson[]> =>
  queries.$queryRaw<EditableLesson[]>`
    SELECT "id", "groupId", "startsAt", "endsAt", "status"::text AS "status", "sequence"
    FROM "Lesson" WHERE "groupId" = ${groupId} ORDER BY "startsAt", "id"`;

/** Finds which group a lesson is of. */
export async function findGroupOfLesson(queries: Queries, lessonId: number): Promise<number | null> {
  const [lesson] = await queries.$queryRaw<{ groupId: number }[]>`
    SELECT "groupId" FROM "Lesson" WHERE "id" = ${lessonId}`;
  return lesson?.groupId ?? null;
}

/** Counts those whom a change of a group's lessons reaches. */
export async function countLearners(queries: Queries, groupId: number): Promise<number> {
  const [row] = await queries.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" AND p."blockedAt" IS NULL
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'`;
  return row?.count ?? 0;
}

/** Finds those who hold the teacher's role, in the order of the alphabet; ten at most. */
export async function findTeachers(queries: Queries): Promise<{ personId: number; name: string }[]> {
  const rows = await queries.$queryRaw<{ personId: bigint; name: string }[]>`
    SELECT p."id" AS "personId", p."firstName" AS "name" FROM "Person" p
    WHERE p."firstName" <> '' AND EXISTS (SELECT FROM "StaffRole" r WHERE r."personId" = p."id" AND r."role" = 'teacher')
    ORDER BY p."firstName", p."id" LIMIT 10`;
  return rows.map(({ personId, name }) => ({ personId: Number(personId), name }));
}

/** Finds what a course is called; null when it is gone. */
export async function findCourseTitle(queries: Queries, courseId: number, language: Language): Promise<string | null> {
  const [course] = await queries.$queryRaw<{ title: string | null }[]>`
    SELECT ${titleOf(Prisma.sql`c."id"`, language)} AS "title" FROM "Course" c WHERE c."id" = ${courseId}`;
  return course?.title ?? null;
}
