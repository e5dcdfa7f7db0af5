import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { institutionName } from "../../staff/name.sql.ts";
import type { Language } from "../../words/language.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";
import { countedUntil } from "./closing-store.ts";
import { isHeld, isTaught, takingPart } from "./taking-part.sql.ts";

/** What a city, or one institution, put on in a span, and how many took part. */
export interface PutOn {
  /** Different events of which a date began in the span, residents saw it, and it was neither called off nor put off. */
  events: number;
  /** These dates. */
  dates: number;
  /** Lessons that began in the span and were not cancelled. */
  lessons: number;
  /**
   * Participations in events: of each event on each day of the city the people who took part in its dates of that day, or the
   * ways taken to its stream on that day where these were more. Somebody takes part by a reminder or a rating; ways to a
   * stream name nobody, so they are never added to people.
   */
  atEvents: number;
  /** Participations in lessons: of each lesson the different people who joined at Zoom or were ticked as present. */
  atLessons: number;
}

/** Participation as it is reported to whoever pays for it. Nobody is named, and erasing somebody changes no number. */
export interface ParticipationCounts extends PutOn {
  /** `atEvents` and `atLessons` by the day of the date or lesson: "events" and "lessons". */
  tallies: Tally[];
  /** People who had a reminder of a date, counted once a date. */
  reminded: number;
  /** People who were in a lesson at Zoom, and who were noted as present, once a lesson. */
  joined: number;
  attended: number;
  /** Ways taken to streams by the bot's own address; a browser counts once a day and event. */
  watched: number;
  /** Ratings of dates and courses that were given, or last changed, in the span. */
  rated: number;
  /** Everybody who had spoken to the bot by the end of the span, erased people among them. */
  reached: number;
  /** Different people on a day of the span, on average over the days on which anybody was here. */
  active: number;
  /** Of each institution what it put on; the one with most participations first. */
  houses: (PutOn & {
    /** Null: of none. */
    name: string | null;
  })[];
}

/** Rows that a workbook lists. */
const most = 1_000;

/**
 * SQL of common tables over a span: "held" dates, "taught" lessons, and "took", a row of participations for each event and
 * day ("lessonId" null) and each lesson.
 */
function tables(span: ReportSpan, closed: Date): Prisma.Sql {
  const { from, until, buckets, lastDay, zone } = span;
  const dates = Prisma.sql`${isHeld(until)} AND o."startsAt" >= ${from}`;
  const lessons = Prisma.sql`${isTaught(until)} AND l."startsAt" >= ${from}`;
  return Prisma.sql`
    held AS (
      SELECT o."id", o."eventId", e."institutionId", (o."startsAt" AT TIME ZONE ${zone})::date AS "day"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE ${dates}
    ), taught AS (
      SELECT l."id", g."institutionId", l."startsAt" FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" WHERE ${lessons}
    ), counted AS (
      SELECT "occurrenceId", "lessonId", "people", "reminded", "joined", "attended" FROM "Participation"
      UNION ALL
      ${takingPart({
        dates: Prisma.sql`${dates} AND o."endsAt" >= ${closed}`,
        lessons: Prisma.sql`${lessons} AND l."endsAt" >= ${closed}`,
      })}
    ), people AS (
      SELECT h."eventId", h."day", sum(c."people") AS "people", sum(c."reminded") AS "reminded"
      FROM held h JOIN counted c ON c."occurrenceId" = h."id" GROUP BY 1, 2
    ), watched AS (
      SELECT "eventId", "day", "watched" FROM "Reading"
      WHERE "watched" > 0 AND "day" BETWEEN ${buckets[0]}::date AND ${lastDay}::date
    ), took AS (
      SELECT e."institutionId", NULL::int AS "lessonId", ("day"::timestamp AT TIME ZONE ${zone}) AS "at",
             greatest(coalesce(p."people", 0), coalesce(w."watched", 0)) AS "count", coalesce(p."reminded", 0) AS "reminded",
             0 AS "joined", 0 AS "attended", coalesce(w."watched", 0) AS "watched"
      FROM people p FULL JOIN watched w USING ("eventId", "day") JOIN "Event" e ON e."id" = "eventId"
      UNION ALL
      SELECT t."institutionId", t."id", t."startsAt", sum(c."people"), 0, sum(c."joined"), sum(c."attended"), 0
      FROM taught t JOIN counted c ON c."lessonId" = t."id" GROUP BY 1, 2, 3
    )`;
}

type Sums = Pick<ParticipationCounts, "reminded" | "joined" | "attended" | "watched">;

/** Counts participation over a span. */
export async function countParticipation(
  queries: Queries,
  span: ReportSpan,
  language: Language,
): Promise<ParticipationCounts> {
  const { from, until, buckets, lastDay } = span;
  const common = tables(span, await countedUntil(queries));
  const [rows, houses, [around]] = await Promise.all([
    queries.$queryRaw<(Tally & Sums)[]>`
      WITH ${common}
      SELECT ${bucketOf(Prisma.sql`greatest("at", ${from})`, span)} AS "bucket",
             CASE WHEN "lessonId" IS NULL THEN 'events' ELSE 'lessons' END AS "name", sum("count")::int AS "count",
             sum("reminded")::int AS "reminded", sum("joined")::int AS "joined", sum("attended")::int AS "attended",
             sum("watched")::int AS "watched"
      FROM took GROUP BY 1, 2`,
    queries.$queryRaw<ParticipationCounts["houses"]>`
      WITH ${common}, puton AS (
        SELECT "institutionId", "eventId", 1 AS "date", 0 AS "lesson", 0 AS "atEvents", 0 AS "atLessons" FROM held
        UNION ALL SELECT "institutionId", NULL, 0, 1, 0, 0 FROM taught
        UNION ALL SELECT "institutionId", NULL, 0, 0, CASE WHEN "lessonId" IS NULL THEN "count" ELSE 0 END,
                         CASE WHEN "lessonId" IS NULL THEN 0 ELSE "count" END FROM took
      )
      SELECT ${institutionName(Prisma.sql`h."institutionId"`, language)} AS "name", h."events", h."dates", h."lessons",
             h."atEvents", h."atLessons" FROM (
        SELECT "institutionId", count(DISTINCT "eventId")::int AS "events", sum("date")::int AS "dates",
               sum("lesson")::int AS "lessons", sum("atEvents")::int AS "atEvents", sum("atLessons")::int AS "atLessons"
        FROM puton GROUP BY 1) h
      ORDER BY h."atEvents" + h."atLessons" DESC, h."dates" DESC, 1`,
    queries.$queryRaw<Pick<ParticipationCounts, "rated" | "reached" | "active">[]>`
      SELECT (SELECT count(*)::int FROM "Rating" WHERE "ratedAt" >= ${from} AND "ratedAt" <= ${until})
               + (SELECT count(*)::int FROM "LessonRating" WHERE "ratedAt" >= ${from} AND "ratedAt" <= ${until}) AS "rated",
             (SELECT count(*)::int FROM "Person" WHERE "firstSeenAt" <= ${until})
               + (SELECT coalesce(sum("count"), 0)::int FROM "Forgotten"
                  WHERE "what" >= 'person:' AND "what" < 'person;' AND "hour" <= ${until}) AS "reached",
             (SELECT coalesce(round(avg(d."people")), 0)::int FROM (
                SELECT sum("people") AS "people" FROM "ActiveDay"
                WHERE "day" BETWEEN ${buckets[0]}::date AND ${lastDay}::date GROUP BY "day") d) AS "active"`,
  ]);
  const total = (of: (row: Tally & Sums) => number, rowsOf = rows) => rowsOf.reduce((sum, row) => sum + of(row), 0);
  const named = (name: string) => rows.filter((row) => row.name === name);
  const put = (what: "events" | "dates" | "lessons") => houses.reduce((sum, house) => sum + house[what], 0);
  return {
    ...{ events: put("events"), dates: put("dates"), lessons: put("lessons") },
    atEvents: total(({ count }) => count, named("events")),
    atLessons: total(({ count }) => count, named("lessons")),
    tallies: rows.map(({ bucket, name, count }) => ({ bucket, name, count })),
    ...{ reminded: total((row) => row.reminded), joined: total((row) => row.joined) },
    ...{ attended: total((row) => row.attended), watched: total((row) => row.watched) },
    ...{ rated: around?.rated ?? 0, reached: around?.reached ?? 0, active: around?.active ?? 0 },
    houses: houses.slice(0, most),
  };
}

/** The day on which the city's first person, event counted or active day was; null where there is nothing yet. */
export async function findFirstDay(queries: Queries, zone: string): Promise<string | null> {
  const [row] = await queries.$queryRaw<{ day: string | null }[]>`
    SELECT least((SELECT min("firstSeenAt" AT TIME ZONE ${zone})::date FROM "Person"),
                 (SELECT min("hour" AT TIME ZONE ${zone})::date FROM "Forgotten"),
                 (SELECT min("day") FROM "ActiveDay"), (SELECT min("day") FROM "Reading"))::text AS "day"`;
  return row?.day ?? null;
}
