import type { Database, Queries } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { isInTime } from "./wish.ts";

/** Events that are looked through in one transaction. */
const batch = 200;

/**
 * Looks through the wishes for every event that came or changed since the last look and is seen by residents, and notes
 * what was found. Several instances share the work. Returns how many events were looked at, and how many wishes they met.
 */
export async function matchWishes(
  database: Database,
  { now, cityZone }: { now: Date; cityZone: string },
): Promise<{ events: number; met: number }> {
  for (let events = 0, met = 0; ; ) {
    const done = await database.$transaction((tx) => matchBatch(tx, now, cityZone), { timeout: 60_000 });
    events += done.events;
    met += done.met;
    if (done.events < batch) return { events, met };
  }
}

async function matchBatch(tx: Queries, now: Date, cityZone: string): Promise<{ events: number; met: number }> {
  const fresh = await tx.$queryRaw<{ eventId: number }[]>`
    SELECT f."eventId" FROM "FreshEvent" f JOIN "Event" e ON e."id" = f."eventId" WHERE ${visible(now)}
    ORDER BY f."eventId" LIMIT ${batch} FOR UPDATE OF f SKIP LOCKED`;
  if (fresh.length === 0) return { events: 0, met: 0 };
  const ids = fresh.map(({ eventId }) => eventId);
  const met = await tx.$executeRaw`
    INSERT INTO "WishNews" ("wishId", "eventId", "foundAt")
    SELECT w."id", s."eventId", ${now} FROM "EventSearch" s
    JOIN "Wish" w ON w."anchors" && tsvector_to_array(s."document") AND s."document" @@ w."query"
    JOIN "Event" e ON e."id" = s."eventId"
    WHERE s."eventId" = ANY(${ids}::int[]) AND NOT w."isTimed"
      -- Who follows something wants to hear of what comes; that an old event changes is no news of it.
      AND (w."kind" = 'search' OR e."publishedAt" > w."createdAt") AND EXISTS (
      SELECT FROM "Occurrence" o WHERE o."eventId" = s."eventId" AND o."endsAt" > ${now} AND o."status" <> 'cancelled')
    ON CONFLICT DO NOTHING`;
  const timed = await matchTimed(tx, ids, now, cityZone);
  await tx.freshEvent.deleteMany({ where: { eventId: { in: ids } } });
  return { events: fresh.length, met: met + timed };
}

interface Candidate {
  wishId: number;
  text: string;
  dropped: number;
  eventId: number;
  zone: string;
  startsAt: Date;
  endsAt: Date;
}

/** Wishes that ask for a time are few enough to be read one by one. */
async function matchTimed(tx: Queries, ids: readonly number[], now: Date, cityZone: string): Promise<number> {
  const candidates = await tx.$queryRaw<Candidate[]>`
    SELECT w."id" AS "wishId", w."text", w."dropped", s."eventId", coalesce(p."timeZone", ${cityZone}) AS "zone",
           o."startsAt", o."endsAt"
    FROM "EventSearch" s
    JOIN "Wish" w ON w."anchors" && tsvector_to_array(s."document") AND s."document" @@ w."query"
    JOIN "Person" p ON p."id" = w."personId"
    JOIN "Occurrence" o ON o."eventId" = s."eventId" AND o."endsAt" > ${now} AND o."status" <> 'cancelled'
    WHERE s."eventId" = ANY(${[...ids]}::int[]) AND w."isTimed"`;
  const inTime = candidates.filter((each) => isInTime(each, each, each.zone));
  if (inTime.length === 0) return 0;
  return tx.$executeRaw`
    INSERT INTO "WishNews" ("wishId", "eventId", "foundAt")
    SELECT DISTINCT "wishId", "eventId", ${now}::timestamptz
    FROM unnest(${inTime.map(({ wishId }) => wishId)}::int[], ${inTime.map(({ eventId }) => eventId)}::int[]) AS r("wishId", "eventId")
    ON CONFLICT DO NOTHING`;
}
