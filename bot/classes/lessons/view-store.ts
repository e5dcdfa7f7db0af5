import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { meetingPlace, titleOf } from "../courses/group.sql.ts";
import type { MeetingPlace } from "../courses/meeting-place.ts";
import type { LessonTime } from "./lesson.ts";

/** A class as its lessons are spoken of. */
export interface LessonClass {
  groupId: number;
  courseId: number;
  /** The enrolment of the person who asked. */
  enrolmentId: number;
  /** Title of the course, in the language asked for or the next one. */
  title: string;
  /** Zone of the group, an IANA name. */
  timeZone: string;
  /** Where it meets; null: at Zoom. */
  place?: MeetingPlace | null;
  /** All of them in order of time. */
  lessons: (LessonTime & { lessonId: number })[];
}

/** The class of a lesson, or a class by its id, for somebody enrolled in it; null for anybody else. */
export async function findLessonClass(
  queries: Queries,
  which: { lessonId: number } | { groupId: number },
  personId: number,
  language: Language,
): Promise<LessonClass | null> {
  const [lessonId, groupId] = "lessonId" in which ? [which.lessonId, null] : [null, which.groupId];
  const rows = await queries.$queryRaw<(Omit<LessonClass, "lessons"> & LessonClass["lessons"][number])[]>`
    SELECT g."id" AS "groupId", g."courseId", e."id" AS "enrolmentId", ${titleOf(Prisma.sql`g."courseId"`, language)} AS "title", g."timeZone", ${meetingPlace(language)} AS "place", l."id" AS "lessonId", l."startsAt", l."endsAt",
           l."status"::text AS "status"
    FROM "Group" g
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."personId" = ${BigInt(personId)}
    JOIN "Lesson" l ON l."groupId" = g."id"
    WHERE g."id" = coalesce(${groupId}::int, (SELECT "groupId" FROM "Lesson" WHERE "id" = ${lessonId}::int))
    ORDER BY l."startsAt", l."id"`;
  const [first] = rows;
  if (first === undefined) return null;
  const lessons = rows.map((row) => ({
    lessonId: row.lessonId,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    status: row.status,
  }));
  const { courseId, enrolmentId, title, timeZone, place = null } = first;
  return { groupId: first.groupId, courseId, enrolmentId, title, timeZone, place, lessons };
}
