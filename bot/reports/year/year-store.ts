import { Prisma } from "../../../prisma/client/client.ts";
import { shownTitle } from "../../classes/courses/group.sql.ts";
import type { Queries } from "../../database/database.ts";
import type { Section } from "../../programme/event.ts";
import { institutionName } from "../../staff/name.sql.ts";
import type { Language } from "../../words/language.ts";
import { forgottenOfGroups, isOfSort } from "../counting/erased-store.ts";
import type { ReportSpan } from "../counting/span.ts";
import { isHeld, wasShown } from "../participation/taking-part.sql.ts";

/** What a city did in a span: sums, which name nobody. */
export interface YearTotals {
  /** Events of which a date was held, and these dates. */
  events: number;
  dates: number;
  /** How many of the dates can be watched from home, and how many are free of charge. */
  online: number;
  free: number;
  cancelled: number;
  opened: number;
  reminders: number;
  raters: number;
  stars: number | null;
  lessons: number;
  /** People who came to a lesson, and how often all of them came; of whom nothing is kept any more, once for each group. */
  learners: number;
  attendances: number;
  enrolments: number;
  certificates: number;
  newPeople: number;
  announcements: number;
}

/** Events that were held, their dates and how often their cards were opened, of one institution, section or age. */
export interface YearPart<Key> {
  key: Key;
  events: number;
  dates: number;
  opened: number;
}

/** Groups of a course or a teacher: lessons held, people who came and how often. */
export interface YearClasses {
  /** Null: courses that residents do not see. */
  name: string | null;
  lessons: number;
  learners: number;
  attendances: number;
}

/** The dates "Occurrence" o of events "Event" e that residents saw and that were held in a span. */
const held = (span: ReportSpan) => Prisma.sql`o."startsAt" >= ${span.from} AND ${isHeld(span.until)}`;

export async function countYear(queries: Queries, span: ReportSpan): Promise<YearTotals> {
  const { from, until, buckets, lastDay } = span;
  const within = (at: Prisma.Sql) => Prisma.sql`${at} >= ${from} AND ${at} <= ${until}`;
  const forgotten = (what: Prisma.Sql) => Prisma.sql`
    (SELECT coalesce(sum("count"), 0)::int FROM "Forgotten" WHERE ${what} AND ${within(Prisma.sql`"hour"`)})`;
  const [row] = await queries.$queryRaw<YearTotals[]>`
    SELECT p.*, (
        SELECT count(*)::int FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
        WHERE ${within(Prisma.sql`o."startsAt"`)} AND o."status" = 'cancelled' AND ${wasShown(until)}) AS "cancelled",
      (SELECT coalesce(sum("opened"), 0)::int FROM "Reading" WHERE "day" BETWEEN ${buckets[0]}::date AND ${lastDay}::date) AS "opened",
      (SELECT coalesce(sum("count"), 0)::int FROM "ReminderCount" WHERE "outcome" = 'sent' AND ${within(Prisma.sql`"hour"`)}) AS "reminders",
      r.*, c."lessons", c."learners" + ${forgotten(isOfSort("learner:came"))} AS "learners",
      c."attendances" + ${forgotten(isOfSort("attendance:present"))} AS "attendances",
      (SELECT count(*)::int FROM "Enrolment" WHERE ${within(Prisma.sql`"createdAt"`)})
        + ${forgotten(Prisma.sql`"what" >= 'enrolment:' AND "what" < 'enrolment;'`)} AS "enrolments",
      (SELECT count(*)::int FROM "Certificate" WHERE ${within(Prisma.sql`"issuedAt"`)}) AS "certificates",
      (SELECT count(*)::int FROM "Person" WHERE ${within(Prisma.sql`"firstSeenAt"`)}) AS "newPeople",
      (SELECT count(*)::int FROM "Announcement"
       WHERE ${within(Prisma.sql`"startedAt"`)} AND "audience" ->> 'kind' IS DISTINCT FROM 'recipients') AS "announcements"
    FROM (
      SELECT count(DISTINCT e."id")::int AS "events", count(*)::int AS "dates",
             (count(*) FILTER (WHERE e."attendanceMode" <> 'on_site'))::int AS "online",
             (count(*) FILTER (WHERE e."isFree"))::int AS "free"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE ${held(span)}) p,
    (SELECT count(DISTINCT (o."eventId", x."personId"))::int AS "raters", avg(x."stars")::float8 AS "stars"
     FROM "Rating" x JOIN "Occurrence" o ON o."id" = x."occurrenceId" WHERE ${within(Prisma.sql`x."ratedAt"`)}) r,
    (SELECT count(DISTINCT l."id")::int AS "lessons", count(DISTINCT n."personId")::int AS "learners",
            (count(a.*) FILTER (WHERE a."isPresent"))::int AS "attendances"
     FROM "Lesson" l LEFT JOIN "Attendance" a ON a."lessonId" = l."id"
     LEFT JOIN "Enrolment" n ON n."id" = a."enrolmentId" AND a."isPresent"
     WHERE l."startsAt" >= ${from} AND l."endsAt" <= ${until} AND l."status" <> 'cancelled') c`;
  if (row === undefined) throw new Error("a query of sums alone has one row");
  return row;
}

/** The parts of the programme by what `key` says of an event "Event" e. */
function partedBy<Key>(queries: Queries, span: ReportSpan, key: Prisma.Sql): Promise<YearPart<Key>[]> {
  return queries.$queryRaw<YearPart<Key>[]>`
    SELECT p."key", count(*)::int AS "events", sum(p."dates")::int AS "dates", sum(p."opened")::int AS "opened" FROM (
      SELECT ${key} AS "key", count(*) AS "dates", coalesce((
        SELECT sum(n."opened") FROM "Reading" n
        WHERE n."eventId" = e."id" AND n."day" BETWEEN ${span.buckets[0]}::date AND ${span.lastDay}::date), 0) AS "opened"
      FROM "Event" e JOIN "Occurrence" o ON o."eventId" = e."id" WHERE ${held(span)} GROUP BY e."id") p
    GROUP BY 1 ORDER BY 2 DESC, 1`;
}

export const countByInstitution = (queries: Queries, span: ReportSpan, language: Language) =>
  partedBy<string | null>(queries, span, institutionName(Prisma.sql`e."institutionId"`, language));

export const countBySection = (queries: Queries, span: ReportSpan) =>
  partedBy<Section>(queries, span, Prisma.sql`e."section"::text`);

/** By the age from which people are let in; null: nobody said. */
export const countByAge = (queries: Queries, span: ReportSpan) =>
  partedBy<number | null>(queries, span, Prisma.sql`e."ageMin"`);

/** Classes by course or by teacher. */
export function countClassesBy(
  queries: Queries,
  span: ReportSpan,
  by: "course" | "teacher",
  language: Language,
): Promise<YearClasses[]> {
  const name =
    by === "teacher" ? Prisma.sql`g."teacherName"` : shownTitle(Prisma.sql`g."courseId"`, span.madeAt, language);
  return queries.$queryRaw<YearClasses[]>`
    SELECT c."name", sum(c."lessons")::int AS "lessons", sum(c."learners")::int AS "learners",
           sum(c."attendances")::int AS "attendances"
    FROM (
      SELECT ${name} AS "name", count(DISTINCT l."id") AS "lessons", count(DISTINCT n."personId") AS "learners",
             count(a.*) FILTER (WHERE a."isPresent") AS "attendances"
      FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" LEFT JOIN "Attendance" a ON a."lessonId" = l."id"
      LEFT JOIN "Enrolment" n ON n."id" = a."enrolmentId" AND a."isPresent"
      WHERE l."startsAt" >= ${span.from} AND l."endsAt" <= ${span.until} AND l."status" <> 'cancelled' GROUP BY 1
      UNION ALL
      SELECT ${name}, 0, coalesce(sum(f."count") FILTER (WHERE f."sort" = 'learner:came'), 0),
             coalesce(sum(f."count") FILTER (WHERE f."sort" = 'attendance:present'), 0)
      FROM ${forgottenOfGroups(span)} f JOIN "Group" g ON g."id" = f."groupId"
      WHERE f."sort" IN ('learner:came', 'attendance:present')
      GROUP BY 1) c
    GROUP BY 1 ORDER BY 4 DESC, 2 DESC, 1`;
}
