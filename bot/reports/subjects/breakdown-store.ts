import { Prisma } from "../../../prisma/client/client.ts";
import { shownTitle } from "../../classes/courses/group.sql.ts";
import type { Queries } from "../../database/database.ts";
import { visible } from "../../programme/listing/conditions.sql.ts";
import { institutionName } from "../../staff/name.sql.ts";
import type { Language } from "../../words/language.ts";
import { forgottenOfGroups } from "../counting/erased-store.ts";
import type { ReportSpan } from "../counting/span.ts";
import { countParticipation } from "../participation/participation-store.ts";

/** What a subject can be parted by. */
export const dimensions = ["institution", "course", "teacher"] as const;
export type Dimension = (typeof dimensions)[number];

/** What was counted at one institution, course or teacher. */
export interface BreakdownPart {
  /** Null: of none, or of courses that residents do not see. */
  name: string | null;
  /** In the order that the subject names. */
  counts: number[];
}

type Query = (queries: Queries, span: ReportSpan, language: Language) => Promise<BreakdownPart[]>;

/** Rows that a workbook lists. */
const most = 1_000;

const courseTitle = ({ madeAt }: ReportSpan, language: Language) =>
  shownTitle(Prisma.sql`g."courseId"`, madeAt, language);

const nameOf = (by: "course" | "teacher", span: ReportSpan, language: Language) =>
  by === "course" ? courseTitle(span, language) : Prisma.sql`g."teacherName"`;

/** SQL: what was counted in a span before it was forgotten of groups "Group" g, by sort. */
const forgottenOf = (sorts: readonly string[], name: Prisma.Sql, span: ReportSpan) => {
  const sums = sorts.map((sort) => Prisma.sql`coalesce(sum(f."count") FILTER (WHERE f."sort" = ${sort}::text), 0)`);
  return Prisma.sql`
    SELECT ${name} AS "name", ${Prisma.join(sums)} FROM ${forgottenOfGroups(span)} f JOIN "Group" g ON g."id" = f."groupId"
    WHERE f."sort" = ANY (${[...sorts]}::text[]) GROUP BY 1`;
};

/** Enrolments made in the span: who learns, waits and left. */
const enrolmentsBy =
  (by: "course" | "teacher"): Query =>
  (queries, span, language) => {
    const name = nameOf(by, span, language);
    return queries.$queryRaw<BreakdownPart[]>`
      SELECT "name", ARRAY[sum("enrolled")::int, sum("waiting")::int, sum("left")::int] AS "counts" FROM (
        SELECT ${name} AS "name", count(*) FILTER (WHERE e."state" = 'enrolled') AS "enrolled",
               count(*) FILTER (WHERE e."state" IN ('waiting', 'offered')) AS "waiting",
               count(*) FILTER (WHERE e."state" = 'left') AS "left"
        FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId"
        WHERE e."createdAt" >= ${span.from} AND e."createdAt" <= ${span.until} GROUP BY 1
        UNION ALL ${forgottenOf(["enrolment:enrolled", "enrolment:waiting", "enrolment:left"], name, span)}) c
      GROUP BY 1 ORDER BY sum("enrolled" + "waiting" + "left") DESC, 1 LIMIT ${most}::int`;
  };

/** Who came to lessons of the span, and who did not. */
const attendanceBy =
  (by: "course" | "teacher"): Query =>
  (queries, span, language) => {
    const name = nameOf(by, span, language);
    return queries.$queryRaw<BreakdownPart[]>`
      SELECT "name", ARRAY[sum("present")::int, sum("absent")::int] AS "counts" FROM (
        SELECT ${name} AS "name", count(*) FILTER (WHERE a."isPresent") AS "present",
               count(*) FILTER (WHERE NOT a."isPresent") AS "absent"
        FROM "Lesson" l JOIN "Attendance" a ON a."lessonId" = l."id" JOIN "Group" g ON g."id" = l."groupId"
        WHERE l."startsAt" >= ${span.from} AND l."startsAt" <= ${span.until} GROUP BY 1
        UNION ALL ${forgottenOf(["attendance:present", "attendance:absent"], name, span)}) c
      GROUP BY 1 ORDER BY sum("present" + "absent") DESC, 1 LIMIT ${most}::int`;
  };

const readingByInstitution: Query = (queries, { buckets: [first], lastDay, madeAt }, language) =>
  queries.$queryRaw<BreakdownPart[]>`
    SELECT ${institutionName(Prisma.sql`r."institutionId"`, language)} AS "name", ARRAY[r."opened"] AS "counts" FROM (
      SELECT e."institutionId", sum(n."opened")::int AS "opened" FROM "Reading" n JOIN "Event" e ON e."id" = n."eventId"
      WHERE n."day" BETWEEN ${first}::date AND ${lastDay}::date AND ${visible(madeAt)} GROUP BY 1) r
    ORDER BY r."opened" DESC, 1 LIMIT ${most}::int`;

const ratingsByInstitution: Query = (queries, span, language) =>
  queries.$queryRaw<BreakdownPart[]>`
    SELECT ${institutionName(Prisma.sql`r."institutionId"`, language)} AS "name", ARRAY[r."count"] AS "counts" FROM (
      SELECT e."institutionId", count(DISTINCT (o."eventId", x."personId"))::int AS "count"
      FROM "Rating" x JOIN "Occurrence" o ON o."id" = x."occurrenceId" JOIN "Event" e ON e."id" = o."eventId"
      WHERE x."ratedAt" >= ${span.from} AND x."ratedAt" <= ${span.until} AND ${visible(span.madeAt)} GROUP BY 1) r
    ORDER BY r."count" DESC, 1 LIMIT ${most}::int`;

const participationByInstitution: Query = async (queries, span, language) =>
  (await countParticipation(queries, span, language)).houses
    .filter(({ atEvents, atLessons }) => atEvents + atLessons > 0)
    .map(({ name, atEvents, atLessons }) => ({ name, counts: [atEvents, atLessons] }));

/** The subjects that can be parted, and by what. */
export const breakdowns = {
  participation: { institution: participationByInstitution },
  reading: { institution: readingByInstitution },
  ratings: { institution: ratingsByInstitution },
  enrolments: { course: enrolmentsBy("course"), teacher: enrolmentsBy("teacher") },
  attendance: { course: attendanceBy("course"), teacher: attendanceBy("teacher") },
} as const satisfies Record<string, Partial<Record<Dimension, Query>>>;

/** One lesson that was held, with who came: the rows behind the bars of attendance. */
export interface LessonRow {
  startsAt: Date;
  /** Null: residents do not see it. */
  course: string | null;
  teacher: string;
  present: number;
  absent: number;
}

/**
 * Finds the lessons of a span with who came to each, the first one first; as many as a workbook holds easily. What was
 * forgotten of a lesson is known by its group and the hour in which it began.
 */
export const findLessonRows = (queries: Queries, span: ReportSpan, language: Language): Promise<LessonRow[]> => {
  const forgotten = (what: string) => Prisma.sql`coalesce((
    SELECT f."count" FROM "Forgotten" f
    WHERE f."what" = ${`${what}:`}::text || g."id" AND f."hour" = date_trunc('hour', l."startsAt")), 0)`;
  return queries.$queryRaw`
    SELECT l."startsAt", ${courseTitle(span, language)} AS "course", g."teacherName" AS "teacher",
           (count(a.*) FILTER (WHERE a."isPresent") + ${forgotten("attendance:present")})::int AS "present",
           (count(a.*) FILTER (WHERE NOT a."isPresent") + ${forgotten("attendance:absent")})::int AS "absent"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" LEFT JOIN "Attendance" a ON a."lessonId" = l."id"
    WHERE l."startsAt" >= ${span.from} AND l."endsAt" <= ${span.until} AND l."status" <> 'cancelled'
    GROUP BY l."id", g."id" ORDER BY l."startsAt", l."id" LIMIT 10000`;
};
