import { randomBytes } from "node:crypto";
import type { Database } from "../database/database.ts";
import type { CalendarEntry } from "../programme/calendar/calendar-entry.ts";
import type { Language } from "../programme/event.ts";

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
  const [row] = await database.$queryRaw<{ token: string }[]>`
    UPDATE "Person" SET "calendarToken" = ${newToken()} WHERE "id" = ${BigInt(personId)}
    RETURNING "calendarToken" AS "token"`;
  return row?.token ?? null;
}

export interface PersonalCalendar {
  language: Language;
  /** What the person is reminded of; titles in their language or the next one. */
  entries: Omit<CalendarEntry, "url">[];
}

/**
 * The calendar behind a token, or null: one statement, which finds its person by a unique index. A cancelled date stays
 * until it would have been over, so that it is seen on the day itself.
 */
export async function findCalendar(database: Database, token: string, now: Date): Promise<PersonalCalendar | null> {
  const since = new Date(now.getTime() - pastDays * 86_400_000);
  const rows = await database.$queryRaw<({ language: Language } & CalendarEntry)[]>`
    SELECT p."language"::text AS "language", entry.*
    FROM "Person" p LEFT JOIN LATERAL (
      SELECT o."id" AS "occurrenceId", text."title", text."summary", place."where", place."latitude", place."longitude",
             o."startsAt", o."endsAt", o."hasStartTime", o."hasEndTime", o."timeZone", o."status"::text AS "status",
             o."sequence", greatest(o."changedAt", e."updatedAt") AS "changedAt"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      CROSS JOIN LATERAL (
        SELECT t."title", t."summary" FROM "EventText" t WHERE t."eventId" = e."id"
        ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) text
      LEFT JOIN LATERAL (
        SELECT l."latitude", l."longitude", concat_ws(', ', t."title", nullif(t."address", '')) AS "where"
        FROM "Place" l JOIN "PlaceText" t ON t."placeId" = l."id" WHERE l."id" = o."placeId"
        ORDER BY t."language" = p."language" DESC, t."language" LIMIT 1) place ON true
      WHERE o."id" IN (SELECT r."occurrenceId" FROM "Reminder" r WHERE r."personId" = p."id")
        AND o."endsAt" > CASE WHEN o."status" = 'cancelled' THEN ${now}::timestamptz ELSE ${since}::timestamptz END
        AND e."withdrawnAt" IS NULL
      ORDER BY o."startsAt" DESC, o."id" LIMIT ${mostEntries}) entry ON true
    WHERE p."calendarToken" = ${token}`;
  const [first] = rows;
  return first === undefined
    ? null
    : { language: first.language, entries: rows.filter(({ occurrenceId }) => occurrenceId !== null) };
}
