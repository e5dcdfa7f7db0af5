import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { isReachable } from "../../people/address.sql.ts";

/** A recording is no news any more after so many days. */
const newsDays = 3;

/**
 * Tells those who wanted to be reminded of a date of the event that is over, or rated one, that there is a recording: each
 * once for the event, without a sound, and of the last date they knew. An event that nobody sees is told to nobody.
 */
export async function tellOfRecording(queries: Queries, eventId: number, now: Date): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "Delivery" ("personId", "occurrenceId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
    SELECT DISTINCT ON (known."personId") known."personId", o."id", 'recording', '{}'::jsonb, 'bulk'::"Lane",
           concat_ws(':', 'recording', known."personId", ${eventId}::int), ${now}::timestamptz,
           ${now}::timestamptz + make_interval(days => ${newsDays}::int), true
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    JOIN (SELECT "personId", "occurrenceId" FROM "Reminder" UNION SELECT "personId", "occurrenceId" FROM "Rating" WHERE "occurrenceId" IS NOT NULL) known
      ON known."occurrenceId" = o."id"
    JOIN "Person" p ON p."id" = known."personId" AND ${isReachable(Prisma.sql`p."id"`)}
    WHERE e."id" = ${eventId} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
      AND o."endsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed')
    ORDER BY known."personId", o."endsAt" DESC
    ON CONFLICT ("dedupeKey") DO NOTHING`;
  await wakeDispatcher(queries);
}

/** Counts those whom a recording of the event would be told to now, before it is added. */
export async function countInterested(queries: Queries, eventId: number, now: Date): Promise<number> {
  const [row] = await queries.$queryRaw<{ people: number }[]>`
    SELECT count(DISTINCT known."personId")::int AS "people" FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
    JOIN (SELECT "personId", "occurrenceId" FROM "Reminder" UNION SELECT "personId", "occurrenceId" FROM "Rating" WHERE "occurrenceId" IS NOT NULL) known
      ON known."occurrenceId" = o."id"
    JOIN "Person" p ON p."id" = known."personId" AND ${isReachable(Prisma.sql`p."id"`)}
    WHERE e."id" = ${eventId} AND e."withdrawnAt" IS NULL AND e."publishedAt" <= ${now}
      AND o."endsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed')
      AND NOT EXISTS (SELECT FROM "Delivery" d WHERE d."dedupeKey" = concat_ws(':', 'recording', known."personId", e."id"))`;
  return row?.people ?? 0;
}
