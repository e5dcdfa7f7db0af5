import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { languageOfField, preferredField } from "../../programme/preferred.sql.ts";
import type { Language } from "../../words/language.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import type { CourseCard, CourseWords, GroupCard } from "./course.ts";
import { meetingPlace, openGroup, ownPlace, type StoredPlace, toOwnPlace } from "./group.sql.ts";

/** A group with what its course is about. */
export interface GroupOfCourse {
  course: CourseWords;
  group: GroupCard;
}

/** A course with its open groups and those of the reader, or null when it is gone: one statement. */
export async function findCourse(
  queries: Queries,
  courseId: number,
  language: Language,
  now: Date,
  personId?: number,
): Promise<CourseCard | null> {
  const isOwn = Prisma.sql`EXISTS (SELECT FROM "Enrolment" e WHERE e."groupId" = g."id"
    AND e."personId" = ${BigInt(personId ?? 0)} AND e."state" <> 'left')`;
  const rows = await selectGroups(
    queries,
    { course: Prisma.sql`c."id" = ${courseId}`, group: Prisma.sql`(${openGroup(now)} OR ${isOwn})` },
    { language, now, personId },
  );
  const [first] = rows;
  return first ? { ...first.course, groups: rows.flatMap(({ group }) => group ?? []) } : null;
}

/** A group, open or not, with what its course is about, or null when it is gone: one statement. */
export async function findGroup(
  queries: Queries,
  groupId: number,
  language: Language,
  now: Date,
  personId?: number,
): Promise<GroupOfCourse | null> {
  const course = Prisma.sql`c."id" = (SELECT s."courseId" FROM "Group" s WHERE s."id" = ${groupId})`;
  const [row] = await selectGroups(
    queries,
    { course, group: Prisma.sql`g."id" = ${groupId}` },
    { language, now, personId },
  );
  return row?.group ? { course: row.course, group: row.group } : null;
}

type Row = CourseWords &
  Omit<GroupCard, "groupId" | "lessons" | "own"> & {
    groupId: number | null;
    lessons: (Omit<LessonTime, "startsAt" | "endsAt"> & { startsAt: number; endsAt: number })[];
    own: StoredPlace | null;
  };

async function selectGroups(
  queries: Queries,
  which: { course: Prisma.Sql; group: Prisma.Sql },
  { language, now, personId }: { language: Language; now: Date; personId: number | undefined },
): Promise<{ course: CourseWords; group: GroupCard | null }[]> {
  const rows = await queries.$queryRaw<Row[]>`
    SELECT c."id" AS "courseId", c."area",
           (c."publishedAt" <= ${now} AND c."withdrawnAt" IS NULL) IS TRUE AS "isOpen",
           text."title", text."about", text."needs", text."language"::text AS "language", text."aboutLanguage"::text AS "aboutLanguage", of_group.*
    FROM "Course" c
    JOIN LATERAL (
      SELECT ${preferredField("title", language)} AS "title", ${preferredField("about", language)} AS "about",
             ${preferredField("needs", language)} AS "needs", ${languageOfField("title", language)} AS "language",
             ${languageOfField("about", language)} AS "aboutLanguage"
      FROM "CourseText" t WHERE t."courseId" = c."id" HAVING count(*) > 0) text ON true
    LEFT JOIN LATERAL (
      SELECT g."id" AS "groupId", g."teacherName", g."level"::text AS "level", g."heldIn",
             coalesce(g."audiences", '{}')::text[] AS "audiences", g."ageMin", g."capacity", g."taken", g."waiting", g."timeZone",
             g."closedAt", ${meetingPlace(language)} AS "place", ${lessons} AS "lessons", ${ownPlace(personId)} AS "own",
             (SELECT min(n."startsAt") FROM "Lesson" n
              WHERE n."groupId" = g."id" AND n."status" <> 'cancelled' AND n."endsAt" > ${now}) AS "nextStartsAt"
      FROM "Group" g WHERE g."courseId" = c."id" AND ${which.group}) of_group ON true
    WHERE ${which.course}
    ORDER BY of_group."nextStartsAt", of_group."groupId"`;
  return rows.map(toCourseAndGroup);
}

const lessons = Prisma.sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('startsAt', extract(epoch FROM l."startsAt") * 1000,
                                                'endsAt', extract(epoch FROM l."endsAt") * 1000,
                                                'status', l."status") ORDER BY l."startsAt"), '[]')
   FROM "Lesson" l WHERE l."groupId" = g."id")`;

function toCourseAndGroup(row: Row): { course: CourseWords; group: GroupCard | null } {
  const { courseId, area, isOpen, title, about, needs, language, aboutLanguage } = row;
  const course = { courseId, area, isOpen, title, about, needs, language, aboutLanguage };
  if (row.groupId === null) return { course, group: null };
  const { place = null } = row;
  const { groupId, teacherName, level, heldIn, audiences, ageMin, capacity, taken, waiting, timeZone, closedAt } = row;
  const own = row.own && toOwnPlace(row.own);
  return {
    course,
    group: {
      ...{
        groupId,
        teacherName,
        level,
        heldIn,
        audiences,
        ageMin,
        capacity,
        taken,
        waiting,
        timeZone,
        closedAt,
        place,
        own,
      },
      lessons: row.lessons.map((lesson) => ({
        ...lesson,
        startsAt: new Date(lesson.startsAt),
        endsAt: new Date(lesson.endsAt),
      })),
    },
  };
}
