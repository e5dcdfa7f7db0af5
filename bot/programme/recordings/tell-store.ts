import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";

/** A recording is no news any more after so many days. */
const newsDays = 3;

/**
 * SQL: whom a recording of an event is told to, and of which date of it: those who asked to be told, of the last date that is
 * over, else of the next; and who wanted to be reminded of a date that is over, or rated one. Nobody for what nobody sees.
 */
const interested = (eventId: number, now: Date) => Prisma.sql`
  WITH date AS (
    SELECT o."id", o."startsAt", o."endsAt", o."endsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed') AS "isOver"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    WHERE e."id" = ${eventId} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
  ), known AS (
    SELECT w."personId", d."id", d."endsAt", true AS "isWished"
    FROM "RecordingWish" w CROSS JOIN LATERAL (
      SELECT * FROM date ORDER BY "isOver" DESC, CASE WHEN "isOver" THEN "endsAt" END DESC, "startsAt", "id" LIMIT 1) d
    WHERE w."eventId" = ${eventId}
    UNION ALL
    SELECT r."personId", d."id", d."endsAt", false FROM date d JOIN "Reminder" r ON r."occurrenceId" = d."id" WHERE d."isOver"
    UNION ALL
    SELECT r."personId", d."id", d."endsAt", false FROM date d JOIN "Rating" r ON r."occurrenceId" = d."id" WHERE d."isOver"
  )
  SELECT DISTINCT ON ("personId") * FROM known WHERE ${isReachable(Prisma.sql`known."personId"`)}
  ORDER BY "personId", "isWished" DESC, "endsAt" DESC`;

/** SQL: by which nobody is told twice; who asked is told of each recording, the others of the first one of an event. */
const keyOf = (eventId: number, url: Prisma.Sql) =>
  Prisma.sql`concat_ws(':', 'recording', k."personId", ${eventId}::int, CASE WHEN k."isWished" THEN ${url} END)`;

/** Tells those whom it concerns of the recordings that an event got, by their addresses; without a sound. */
export async function tellOfRecordings(
  queries: Queries,
  eventId: number,
  urls: readonly string[],
  now: Date,
): Promise<void> {
  for (const url of urls)
    await queries.$executeRaw`
      INSERT INTO "Delivery" ("personId", "occurrenceId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
      SELECT k."personId", k."id", 'recording', jsonb_build_object('url', ${url}::text), 'bulk'::"Lane",
             ${keyOf(eventId, Prisma.sql`md5(${url}::text)`)}, ${now}::timestamptz,
             ${now}::timestamptz + make_interval(days => ${newsDays}::int), true
      FROM (${interested(eventId, now)}) k
      ON CONFLICT ("dedupeKey") DO NOTHING`;
  if (urls.length > 0) await wakeDispatcher(queries);
}

/** Counts those whom another recording of the event would be told to now. */
export async function countInterested(queries: Queries, eventId: number, now: Date): Promise<number> {
  const [row] = await queries.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS "people" FROM (${interested(eventId, now)}) k
    WHERE k."isWished" OR NOT EXISTS (
      SELECT FROM "Delivery" d WHERE d."dedupeKey" = ${keyOf(eventId, Prisma.sql`NULL`)})`;
  return row?.people ?? 0;
}
