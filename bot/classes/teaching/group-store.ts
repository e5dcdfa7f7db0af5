import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { type LessonsScore, lessonsScore } from "../../voices/lesson-rating-store.ts";
import type { Language } from "../../words/language.ts";
import { titleOf } from "../courses/group.sql.ts";

/** A lesson of a group as its teacher speaks of it. */
export interface TaughtLesson {
  lessonId: number;
  /** Its place among those held. */
  number: number;
  startsAt: Date;
  endsAt: Date;
}

/** A group as its teacher sees it. */
export interface TaughtGroup {
  groupId: number;
  /** Title of the course, in the reader's language or the next one. */
  title: string;
  teacherId: number | null;
  teacherName: string;
  timeZone: string;
  enrolled: number;
  capacity: number;
  waiting: number;
  /** How its learners find its lessons; null while too few have said it. */
  score: LessonsScore | null;
  /** Lessons that are not cancelled. */
  lessons: number;
  /** The one going on or coming; null when all are over. */
  next: TaughtLesson | null;
  /** The last one that has begun, to be ticked; null before the first. */
  last: TaughtLesson | null;
}

/** Groups on one screen. */
export const groupsPerPage = 8;

/** Whose groups: one teacher's or everybody's; with a text, those whose title or teacher contains it. */
export interface GroupQuery {
  teacherId: number | null;
  text?: string;
  page: number;
}

/** The groups of a teacher, or all of them: the next lesson first, those that are over last. */
export async function findTaughtGroups(
  queries: Queries,
  { teacherId, text = "", page }: GroupQuery,
  { language, now }: { language: Language; now: Date },
): Promise<{ groups: TaughtGroup[]; total: number }> {
  const own = teacherId === null ? Prisma.sql`true` : Prisma.sql`g."teacherId" = ${BigInt(teacherId)}`;
  const fits =
    text === ""
      ? Prisma.sql`true`
      : Prisma.sql`(strpos(lower(g."teacherName"), lower(${text})) > 0 OR EXISTS (
          SELECT 1 FROM "CourseText" x WHERE x."courseId" = g."courseId" AND strpos(lower(x."title"), lower(${text})) > 0))`;
  const rows = await select(queries, Prisma.sql`${own} AND ${fits}`, { language, now, page });
  return { groups: rows.map(toGroup), total: rows[0]?.total ?? 0 };
}

/** One group, whoever teaches it; null when there is none. */
export async function findTaughtGroup(
  queries: Queries,
  groupId: number,
  { language, now }: { language: Language; now: Date },
): Promise<TaughtGroup | null> {
  const [row] = await select(queries, Prisma.sql`g."id" = ${groupId}`, { language, now, page: 0 });
  return row === undefined ? null : toGroup(row);
}

type StoredLesson = Omit<TaughtLesson, "startsAt" | "endsAt"> & { startsAt: number; endsAt: number };

type Row = Omit<TaughtGroup, "teacherId" | "next" | "last"> & {
  teacherId: bigint | null;
  next: StoredLesson | null;
  last: StoredLesson | null;
  total: number;
};

const lessonJson = Prisma.sql`jsonb_build_object('lessonId', l."id", 'startsAt', extract(epoch FROM l."startsAt") * 1000,
  'endsAt', extract(epoch FROM l."endsAt") * 1000, 'number', (
    SELECT count(*) FROM "Lesson" h
    WHERE h."groupId" = l."groupId" AND h."status" <> 'cancelled' AND (h."startsAt", h."id") <= (l."startsAt", l."id")))`;

const select = (
  queries: Queries,
  which: Prisma.Sql,
  { language, now, page }: { language: Language; now: Date; page: number },
): Promise<Row[]> => queries.$queryRaw<Row[]>`
  WITH chosen AS (
    SELECT g.*, coming."startsAt" AS "nextStartsAt", count(*) OVER ()::int AS "total" FROM "Group" g
    LEFT JOIN LATERAL (
      SELECT min(l."startsAt") AS "startsAt" FROM "Lesson" l
      WHERE l."groupId" = g."id" AND l."status" <> 'cancelled' AND l."endsAt" > ${now}) coming ON true
    WHERE ${which}
    ORDER BY coming."startsAt", g."id" DESC LIMIT ${groupsPerPage} OFFSET ${page * groupsPerPage}
  )
  SELECT g."id" AS "groupId", g."teacherId", g."teacherName", g."timeZone", g."capacity", g."waiting", g."total",
         ${titleOf(Prisma.sql`g."courseId"`, language)} AS "title",
         (SELECT count(*)::int FROM "Enrolment" e WHERE e."groupId" = g."id" AND e."state" = 'enrolled') AS "enrolled",
         (SELECT count(*)::int FROM "Lesson" l WHERE l."groupId" = g."id" AND l."status" <> 'cancelled') AS "lessons",
         ${lessonsScore(Prisma.sql`g."id"`)} AS "score",
         (SELECT ${lessonJson} FROM "Lesson" l WHERE l."groupId" = g."id" AND l."status" <> 'cancelled' AND l."endsAt" > ${now}
          ORDER BY l."startsAt" LIMIT 1) AS "next",
         (SELECT ${lessonJson} FROM "Lesson" l WHERE l."groupId" = g."id" AND l."status" <> 'cancelled' AND l."startsAt" <= ${now}
          ORDER BY l."startsAt" DESC LIMIT 1) AS "last"
  FROM chosen g ORDER BY g."nextStartsAt", g."id" DESC`;

function toGroup({ total: _, teacherId, next, last, ...group }: Row): TaughtGroup {
  return {
    ...group,
    teacherId: teacherId === null ? null : Number(teacherId),
    next: next && toLesson(next),
    last: last && toLesson(last),
  };
}

const toLesson = ({ startsAt, endsAt, ...lesson }: StoredLesson): TaughtLesson => ({
  ...lesson,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});
