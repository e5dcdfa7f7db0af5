import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { isReachable } from "../../people/address.sql.ts";
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
  const group = await queries.group.findUnique({
    where: { id: groupId },
    omit: { origin: true, nextTicket: true, createdAt: true },
  });
  return group ? { ...group, teacherId: group.teacherId === null ? null : Number(group.teacherId) } : null;
}

/** Finds the lessons of a group in order of time. */
export const findEditableLessons = (queries: Queries, groupId: number): Promise<EditableLesson[]> =>
  queries.lesson.findMany({
    where: { groupId },
    select: { id: true, groupId: true, startsAt: true, endsAt: true, status: true, sequence: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });

/** Finds which group a lesson is of. */
export async function findGroupOfLesson(queries: Queries, lessonId: number): Promise<number | null> {
  const lesson = await queries.lesson.findUnique({ where: { id: lessonId }, select: { groupId: true } });
  return lesson?.groupId ?? null;
}

/** Counts those whom a change of a group's lessons reaches. */
export async function countLearners(queries: Queries, groupId: number): Promise<number> {
  const [row] = await queries.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" AND ${isReachable(Prisma.sql`p."id"`)}
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled'`;
  return row?.count ?? 0;
}

/** Finds those who hold the teacher's role, in the order of the alphabet; ten at most. */
export async function findTeachers(queries: Queries): Promise<{ personId: number; name: string }[]> {
  const teachers = await queries.person.findMany({
    where: { firstName: { not: "" }, roles: { some: { role: "teacher" } } },
    select: { id: true, firstName: true },
    orderBy: [{ firstName: "asc" }, { id: "asc" }],
    take: 10,
  });
  return teachers.map(({ id, firstName }) => ({ personId: Number(id), name: firstName }));
}

/** Finds what a course is called; null when it is gone. */
export async function findCourseTitle(queries: Queries, courseId: number, language: Language): Promise<string | null> {
  const [course] = await queries.$queryRaw<{ title: string | null }[]>`
    SELECT ${titleOf(Prisma.sql`c."id"`, language)} AS "title" FROM "Course" c WHERE c."id" = ${courseId}`;
  return course?.title ?? null;
}
