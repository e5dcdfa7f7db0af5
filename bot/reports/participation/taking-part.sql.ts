import { Prisma } from "../../../prisma/client/client.ts";

/**
 * SQL: whether residents saw an event "Event" e by a moment. No index serves it as it is written: nearly all events are published,
 * and a plan for values that are not known yet would lead along that index through every one of them, 200 ms in place of 2.
 */
export const wasShown = (by: Date): Prisma.Sql => Prisma.sql`(e."publishedAt" <= ${by}) IS TRUE`;

/**
 * SQL: whether a date "Occurrence" o of an event "Event" e was held by a moment: it has begun, residents saw it, and it was
 * neither called off nor put off.
 */
export const isHeld = (by: Date): Prisma.Sql => Prisma.sql`
  o."startsAt" <= ${by} AND ${wasShown(by)} AND e."withdrawnAt" IS NULL
  AND o."status" NOT IN ('cancelled', 'postponed')`;

/** SQL: whether a lesson "Lesson" l was held by a moment. */
export const isTaught = (by: Date): Prisma.Sql => Prisma.sql`l."startsAt" <= ${by} AND l."status" <> 'cancelled'`;

interface Counted {
  /** Which dates "Occurrence" o of events "Event" e, and which lessons "Lesson" l. */
  dates: Prisma.Sql;
  lessons: Prisma.Sql;
  /** The one person that is counted; undefined: all. */
  personId?: number;
}

/**
 * SQL: a row for each date and lesson in which somebody took part, with "occurrenceId" or "lessonId" and how many different
 * people that were. Somebody takes part in a date by having a reminder of it or by rating it, in a lesson by joining it at
 * Zoom or by being ticked as present; who did several of these is one of the "people".
 */
export function takingPart({ dates, lessons, personId }: Counted): Prisma.Sql {
  const only = (column: Prisma.Sql) =>
    personId === undefined ? Prisma.empty : Prisma.sql`AND ${column} = ${BigInt(personId)}`;
  const ofDate = (table: Prisma.Sql, way: string) => Prisma.sql`
    SELECT o."id" AS "occurrenceId", NULL::int AS "lessonId", x."personId", ${way}::text AS "way"
    FROM ${table} x JOIN "Occurrence" o ON o."id" = x."occurrenceId" JOIN "Event" e ON e."id" = o."eventId"
    WHERE ${dates} ${only(Prisma.sql`x."personId"`)}`;
  const ofLesson = (table: Prisma.Sql, way: string, which: Prisma.Sql) => Prisma.sql`
    SELECT NULL::int, l."id", n."personId", ${way}::text
    FROM ${table} x JOIN "Lesson" l ON l."id" = x."lessonId" JOIN "Enrolment" n ON n."id" = x."enrolmentId"
    WHERE ${lessons} ${which} ${only(Prisma.sql`n."personId"`)}`;
  const people = (way: string) => Prisma.sql`(count(DISTINCT w."personId") FILTER (WHERE w."way" = ${way}))::int`;
  return Prisma.sql`
    SELECT w."occurrenceId", w."lessonId", count(DISTINCT w."personId")::int AS "people", ${people("reminded")} AS "reminded",
           ${people("joined")} AS "joined", ${people("attended")} AS "attended"
    FROM (${ofDate(Prisma.sql`"Reminder"`, "reminded")}
      UNION ALL ${ofDate(Prisma.sql`"Rating"`, "rated")}
      UNION ALL ${ofLesson(Prisma.sql`"Presence"`, "joined", Prisma.empty)}
      UNION ALL ${ofLesson(Prisma.sql`"Attendance"`, "attended", Prisma.sql`AND x."isPresent"`)}) w
    GROUP BY 1, 2`;
}
