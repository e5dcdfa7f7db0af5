import { randomBytes } from "node:crypto";
import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { FeedEntry } from "../programme/calendar/calendar-entry.ts";
import type { Language } from "../words/language.ts";

/** How long what is over stays in a personal calendar, in days. */
const pastDays = 30;

/** More dates than anybody follows; a bound on what one request costs. */
const mostEntries = 500;

/** 192 random bits: nobody finds an address by trying, and base64url has no padding at 24 bytes. */
const newToken = (): string => randomBytes(24).toString("base64url");

/** The token of a person's calendar, made when they first ask for it; null for somebody unknown. */
export async function findCalendarToken(database: Database, personId: number): Promise<string | null> {
  const [row] = await database.$queryRaw<{ token: string }[]>`
    UPDATE "Person" SET "calendarToken" = coalesce("calendarToken", ${newToken()}) WHERE "id" = ${BigInt(personId)}
    RETURNING "calendarToken" AS "token"`;
  return row?.token ?? null;
}

/** Gives a person's calendar another token; from then on nobody knows the old one. Null for somebody unknown. */
export async function replaceCalendarToken(database: Database, personId: number): Promise<string | null> {
  const [row] = await database.person.updateManyAndReturn({
    where: { id: BigInt(personId) },
    data: { calendarToken: newToken() },
    select: { calendarToken: true },
  });
  return row?.calendarToken ?? null;
}

export interface PersonalCalendar {
  language: Language;
  /** What the person is reminded of, and the lessons of their classes; titles in their language or the next one. */
  entries: FeedEntry[];
}

/**
 * The calendar behind a token, or null: one statement, which finds its person by a unique index. A cancelled date stays
 * until it would have been over, so that it is seen on the day itself. No way to join a lesson is in it: calendars are
 * shared.
 */
export async function findCalendar(database: Database, token: string, now: Date): Promise<PersonalCalendar | null> {
  const since = new Date(now.getTime() - pastDays * 86_400_000);
  const isInSight = (date: Prisma.Sql) => Prisma.sql`${date}."endsAt" >
    CASE WHEN ${date}."status" = 'cancelled' THEN ${now}::timestamptz ELSE ${since}::timestamptz END`;
  const rows = await database.$queryRaw<({ language: Language } & FeedEntry)[]>`
    SELECT p."language"::text AS "language", entry.*
    FROM "Person" p LEFT JOIN LATERAL (
      SELECT * FROM (
        SELECT 'occurrence' AS "kind", o."id", NULL::int AS "groupId", text."title", text."summary", place."where",
               place."latitude", place."longitude", o."startsAt", o."endsAt", o."hasStartTime", o."hasEndTime",
               o."timeZone", o."status"::text AS "status", o."sequence",
               greatest(o."changedAt", e."updatedAt") AS "changedAt"
        FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
        CROSS JOIN LATERAL (
          SELECT t."title", t."summary" FROM "EventText" t WHERE t."eventId" = e."id"
          ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) text
        LEFT JOIN LATERAL (
          SELECT l."latitude", l."longitude", concat_ws(', ', t."title", nullif(t."address", '')) AS "where"
          FROM "Place" l JOIN "PlaceText" t ON t."placeId" = l."id" WHERE l."id" = o."placeId"
          ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) place ON true
        WHERE o."id" IN (SELECT r."occurrenceId" FROM "Reminder" r WHERE r."personId" = p."id")
          AND ${isInSight(Prisma.sql`o`)} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
        UNION ALL
        SELECT 'lesson', l."id", g."id", text."title", NULL, NULL, NULL, NULL, l."startsAt", l."endsAt", true, true,
               g."timeZone", l."status"::text, l."sequence", l."changedAt"
        FROM "Enrolment" e JOIN "Group" g ON g."id" = e."groupId" JOIN "Lesson" l ON l."groupId" = g."id"
        CROSS JOIN LATERAL (
          SELECT t."title" FROM "CourseText" t WHERE t."courseId" = g."courseId"
          ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) text
        WHERE e."personId" = p."id" AND e."state" = 'enrolled' AND ${isInSight(Prisma.sql`l`)}
      ) own
      ORDER BY own."startsAt" DESC, own."kind" DESC, own."id" LIMIT ${mostEntries}) entry ON true
    WHERE p."calendarToken" = ${token}`;
  const [first] = rows;
  return first === undefined ? null : { language: first.language, entries: rows.filter(({ id }) => id !== null) };
}
