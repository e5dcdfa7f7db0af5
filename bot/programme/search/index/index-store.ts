import { setImmediate as nextTurn } from "node:timers/promises";
import type { Queries } from "../../../database/database.ts";
import { documentOf, readingMarks, type SearchableEvent, type SearchDocument, stemMark } from "./document.ts";

/**
 * Brings the search index up to date with these events, in the caller's transaction: call it after every change of an
 * event, its texts, links, occurrences, or the names of its institution and places.
 */
export async function indexEvents(queries: Queries, eventIds: readonly number[]): Promise<void> {
  await makeDocuments(queries, eventIds);
  // Wishes are looked through later, by a job: a file of thousands must not wait for them.
  await queries.$executeRaw`
    INSERT INTO "FreshEvent" ("eventId") SELECT e."id" FROM "Event" e WHERE e."id" = ANY(${[...eventIds]}::int[])
    ON CONFLICT DO NOTHING`;
}

async function makeDocuments(queries: Queries, eventIds: readonly number[]): Promise<void> {
  const events = await readEvents(queries, eventIds);
  if (events.length === 0) return;
  const documents = await documentsOf(events);
  await writeDocuments(queries, documents);
  await learnWords(queries, documents);
}

/** Documents made without a break, some 20 ms: a thousand at once would keep everybody who writes waiting for them. */
const turn = 50;

async function documentsOf(events: readonly SearchableEvent[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const event of events) {
    documents.push(documentOf(event));
    if (documents.length % turn === 0) await nextTurn();
  }
  return documents;
}

/** Batches in work at once: while PostgreSQL stems one, another is folded here. */
const lanes = 3;
const batch = 1_000;

/** Makes the whole index anew, for rows that came in bulk. What is indexed already stays findable meanwhile. */
export async function rebuildSearch(queries: Queries): Promise<void> {
  await queries.$executeRaw`TRUNCATE "SearchWord"`;
  let last = Promise.resolve(0);
  const nextIds = (): Promise<number[]> => {
    const ids = last.then((id) => readIds(queries, id));
    last = ids.then((each) => each.at(-1) ?? Number.POSITIVE_INFINITY);
    return ids;
  };
  const indexAll = async (): Promise<void> => {
    for (let ids = await nextIds(); ids.length > 0; ids = await nextIds()) await makeDocuments(queries, ids);
  };
  await Promise.all(Array.from({ length: lanes }, indexAll));
  await queries.$executeRaw`ANALYZE "EventSearch", "SearchWord"`;
}

async function readIds(queries: Queries, after: number): Promise<number[]> {
  if (!Number.isFinite(after)) return [];
  const rows = await queries.event.findMany({
    where: { id: { gt: after } },
    select: { id: true },
    orderBy: { id: "asc" },
    take: batch,
  });
  return rows.map(({ id }) => id);
}

type Row = Omit<SearchableEvent, "occurrences"> & { occurrences: { startsAt: string; endsAt: string }[] };

async function readEvents(queries: Queries, ids: readonly number[]): Promise<SearchableEvent[]> {
  const rows = await queries.$queryRaw<Row[]>`
    SELECT e."id", e."institutionId", e."section"::text, e."attendanceMode"::text AS "attendanceMode", e."isFree", e."isFreeOnline", e."priceMin", e."ageMin", e."heldIn",
      e."audiences"::text[] AS "audiences", e."accessibility"::text[] AS "accessibility",
      ARRAY(SELECT l."kind"::text FROM "Link" l WHERE l."eventId" = e."id") AS "links",
      ARRAY(
        SELECT i."name" FROM "InstitutionText" i WHERE i."institutionId" = e."institutionId"
        UNION
        SELECT p."title" FROM "Occurrence" o JOIN "PlaceText" p ON p."placeId" = o."placeId" WHERE o."eventId" = e."id"
      ) AS "names",
      ARRAY(
        SELECT DISTINCT p."address" FROM "Occurrence" o JOIN "PlaceText" p ON p."placeId" = o."placeId"
        WHERE o."eventId" = e."id" AND p."address" IS NOT NULL
      ) AS "addresses",
      (SELECT coalesce(jsonb_agg(t ORDER BY t."language"), '[]') FROM "EventText" t WHERE t."eventId" = e."id") AS "texts",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('startsAt', o."startsAt", 'endsAt', o."endsAt")), '[]')
       FROM "Occurrence" o WHERE o."eventId" = e."id") AS "occurrences"
    FROM "Event" e WHERE e."id" = ANY(${[...ids]}::int[])`;
  return rows.map((row) => ({
    ...row,
    occurrences: row.occurrences.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    })),
  }));
}

async function writeDocuments(queries: Queries, documents: readonly SearchDocument[]): Promise<void> {
  const column = (read: (document: SearchDocument) => string): string[] => documents.map(read);
  await queries.$executeRaw`
    INSERT INTO "EventSearch" ("eventId", "titles", "heading", "document")
    SELECT "id", "titles", "heading",
      strip("heading" || to_tsvector('russian', "prose") || to_tsvector('simple', "plainProse")) ||
      array_to_tsvector(string_to_array("dates", ' '))
    FROM unnest(
      ${documents.map(({ eventId }) => eventId)}::int[], ${column(({ titles }) => titles)}::text[],
      ${column(({ title }) => title.text)}::text[], ${column(({ title }) => title.plain)}::text[],
      ${column(({ names }) => names.text)}::text[], ${column(({ names }) => names.plain)}::text[],
      ${column(({ who }) => who.text)}::text[], ${column(({ who }) => who.plain)}::text[],
      ${column(({ prose }) => prose.text)}::text[], ${column(({ prose }) => prose.plain)}::text[],
      ${column(({ facets }) => facets.join(" "))}::text[], ${column(({ dates }) => dates.join(" "))}::text[]
    ) AS row("id", "titles", "title", "plainTitle", "names", "plainNames", "who", "plainWho", "prose", "plainProse", "facets", "dates")
    CROSS JOIN LATERAL (
      SELECT
        setweight(to_tsvector('russian', "title") || to_tsvector('simple', "plainTitle"), 'A') ||
        setweight(to_tsvector('russian', "names") || to_tsvector('simple', "plainNames"), 'B') ||
        setweight(to_tsvector('russian', "who") || to_tsvector('simple', "plainWho"), 'C') ||
        array_to_tsvector(string_to_array("facets", ' ')) AS "heading"
      OFFSET 0
    ) AS heading
    ON CONFLICT ("eventId") DO UPDATE
    SET "titles" = EXCLUDED."titles", "heading" = EXCLUDED."heading", "document" = EXCLUDED."document"`;
}

/**
 * Files the words of titles and names that are new, and marked, their stems: who typed one of these mistyped nothing. Old
 * ones are kept: a near word that no event has finds nothing.
 */
async function learnWords(queries: Queries, documents: readonly SearchDocument[]): Promise<void> {
  const words = [...new Set(documents.flatMap((document) => document.words))];
  // In one order everywhere, so that two imports that learn the same words wait for each other and never in a circle.
  await queries.$executeRaw`
    INSERT INTO "SearchWord" ("word", "deletions")
    SELECT found."word", "deletions"(found."lexeme") FROM (
      SELECT DISTINCT entry."lexeme", CASE WHEN whole."word" IS NULL THEN ${stemMark} ELSE '' END || entry."lexeme" AS "word"
      FROM "EventSearch" s CROSS JOIN unnest(ts_filter(s."heading", '{a,b,c}')) AS entry
      LEFT JOIN unnest(${words}::text[]) AS whole("word") ON whole."word" = entry."lexeme"
      WHERE s."eventId" = ANY(${documents.map(({ eventId }) => eventId)}::int[])
        AND length(entry."lexeme") BETWEEN 3 AND 40 AND left(entry."lexeme", 1) <> ALL(${[...readingMarks]}::text[])
      ORDER BY "word"
    ) found
    WHERE NOT EXISTS (SELECT FROM "SearchWord" w WHERE w."word" = found."word")
    ORDER BY found."word"
    ON CONFLICT DO NOTHING`;
}
