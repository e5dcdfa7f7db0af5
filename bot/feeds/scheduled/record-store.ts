import type { Database, Queries } from "../../database/database.ts";
import type { FeedDocument, Hint } from "../feed-format.ts";

/** An event as a reading saw it. */
export interface SeenRecord {
  eventId: number;
  recordId: string;
  /** The document that it stands in. */
  url: string | null;
  /** The starts that the source announces, as instants. */
  starts: readonly number[];
}

/** What a reading saw. */
interface Reading {
  records: readonly SeenRecord[];
  /** The documents in which nothing changed. */
  unmodified: readonly string[];
}

/** Rows that one statement reads or writes. */
const batch = 1_000;

/** The events that a feed had when it was last read as a whole, of which a date is still to come. */
export async function findExpected(
  queries: Queries,
  feedId: number,
  now: Date,
): Promise<{ eventId: number; recordId: string; url: string | null }[]> {
  return queries.feedRecord.findMany({
    where: {
      feedId,
      missingSince: null,
      event: { occurrences: { some: { endsAt: { gt: now }, status: { not: "cancelled" } } } },
    },
    select: { eventId: true, recordId: true, url: true },
  });
}

/** Notes which events a reading saw, and the documents in which nothing changed. */
export async function noteSeen(
  database: Database,
  feedId: number,
  { records, unmodified }: Reading,
  now: Date,
): Promise<void> {
  for (let at = 0; at < records.length; at += batch) {
    const rows = records.slice(at, at + batch).map(({ eventId, recordId, url }) => ({ eventId, recordId, url }));
    await database.$executeRaw`
      INSERT INTO "FeedRecord" ("feedId", "eventId", "recordId", "url", "firstSeenAt", "lastSeenAt")
      SELECT DISTINCT ON (r."eventId") ${feedId}, r."eventId", r."recordId", r."url", ${now}, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("eventId" int, "recordId" text, "url" text)
      JOIN "Event" e ON e."id" = r."eventId"
      ON CONFLICT ("feedId", "eventId") DO UPDATE
      SET "recordId" = EXCLUDED."recordId", "url" = EXCLUDED."url", "lastSeenAt" = ${now}, "missingSince" = NULL`;
  }
  if (unmodified.length === 0) return;
  await database.feedRecord.updateMany({
    where: { feedId, url: { in: [...unmodified] } },
    data: { lastSeenAt: now, missingSince: null },
  });
}

/**
 * Marks the coming events that a whole reading did not see as missing, and returns how many are new among them. A record that was
 * refused is there all the same.
 */
export async function markMissing(
  database: Database,
  feedId: number,
  { records, unmodified, refusedIds }: Pick<Reading, "records" | "unmodified"> & { refusedIds: readonly string[] },
  now: Date,
): Promise<number> {
  return database.$executeRaw`
    UPDATE "FeedRecord" r SET "missingSince" = ${now}
    WHERE r."feedId" = ${feedId} AND r."missingSince" IS NULL
      AND r."eventId" <> ALL (${records.map(({ eventId }) => eventId)}::int[])
      AND r."recordId" <> ALL (${[...refusedIds]}::text[])
      AND coalesce(r."url" <> ALL (${[...unmodified]}::text[]), true)
      AND EXISTS (SELECT FROM "Occurrence" o WHERE o."eventId" = r."eventId" AND o."endsAt" > ${now}
                  AND o."status" <> 'cancelled')`;
}

/** Coming dates of events that their source does not announce any more, and that stand until somebody cancels them. */
export async function findVanishedDates(
  queries: Queries,
  seen: readonly SeenRecord[],
  now: Date,
): Promise<{ recordId: string; startsAt: Date }[]> {
  const found: { recordId: string; startsAt: Date }[] = [];
  for (let at = 0; at < seen.length; at += batch) {
    const known = new Map(seen.slice(at, at + batch).map((record) => [record.eventId, record]));
    const dates = await queries.occurrence.findMany({
      where: { eventId: { in: [...known.keys()] }, startsAt: { gt: now }, status: { in: ["scheduled", "moved"] } },
      select: { eventId: true, startsAt: true, event: { select: { editedFields: true } } },
      orderBy: { startsAt: "asc" },
    });
    for (const { eventId, startsAt, event } of dates) {
      const record = known.get(eventId);
      // What somebody changed by hand is not the source's any more.
      if (record === undefined || event.editedFields.includes("occurrences")) continue;
      if (!record.starts.includes(startsAt.getTime())) found.push({ recordId: record.recordId, startsAt });
    }
  }
  return found;
}

/** Keeps by what the documents of a feed are asked for again. */
export async function keepDocuments(
  database: Database,
  feedId: number,
  documents: readonly FeedDocument[],
  now: Date,
): Promise<void> {
  for (const { url, etag = null, lastModified = null } of documents) {
    if (etag === null && lastModified === null) continue;
    const values = { etag, lastModified, readAt: now };
    await database.feedDocument.upsert({
      where: { feedId_url: { feedId, url } },
      create: { feedId, url, ...values },
      update: values,
    });
  }
}

/** Keeps news entries for editors, each once; returns how many are new. */
export async function keepHints(
  database: Database,
  feedId: number,
  hints: readonly Hint[],
  now: Date,
): Promise<number> {
  const { count } = await database.feedHint.createMany({
    data: hints.map(({ recordId, title, text, url }) => ({
      ...{ feedId, recordId, title, text, seenAt: now },
      url: url ?? null,
    })),
    skipDuplicates: true,
  });
  return count;
}
