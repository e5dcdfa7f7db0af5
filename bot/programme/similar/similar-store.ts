import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { Language } from "../../words/language.ts";
import { eventConditions, partConditions, type SeenFrom, visible } from "../listing/conditions.sql.ts";
import type { Filters } from "../listing/list-query.ts";
import { rowColumns, rowsOf } from "../listing/list-store.ts";
import { distanceFrom, isNear } from "../listing/near.sql.ts";
import { preferred } from "../preferred.sql.ts";
import { facetsOfMonths } from "../search/index/facets.ts";
import { allOf, anyOf } from "../search/match/tsquery.sql.ts";
import { queryWords } from "../search/query/query-word.ts";
import { wordConditions } from "../search/query/text-query.ts";
import { performersOf, plainNames } from "./performers.ts";
import { mostOfReason, nearRadius, reasons, type SimilarRow, type SimilarSubject, turn } from "./similar.ts";

const day = 86_400_000;

/** How far ahead events of the same section are looked for, in days. */
const sectionDays = 30;

/** How far ahead performers are looked for, in days: further, hardly anything is announced. */
const performerDays = 180;

/**
 * Rows that are looked at for each reason, whatever a city has: the dates at one place, the places around with as many of
 * each, the dates of the next days, what the search finds of performers.
 */
const looked = { atPlace: 200, places: 60, ofPlace: 8, ahead: 3_000, performed: 300 } as const;

/** Finds the event of a date, to compare others with; null where residents see it no more. */
export async function findSubject(
  queries: Queries,
  occurrenceId: number,
  { language, now }: { language: Language; now: Date },
): Promise<SimilarSubject | null> {
  const [subject] = await queries.$queryRaw<SimilarSubject[]>`
    SELECT o."id" AS "occurrenceId", e."id" AS "eventId", e."section"::text AS "section", e."audiences"::text[] AS "audiences",
           o."spansDays", o."placeId", p."latitude", p."longitude",
           (SELECT t."title" FROM "EventText" t WHERE t."eventId" = e."id" ${preferred(language)}) AS "title",
           ARRAY(SELECT DISTINCT t."who" FROM "EventText" t WHERE t."eventId" = e."id" AND t."who" <> '') AS "who"
    FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" LEFT JOIN "Place" p ON p."id" = o."placeId"
    WHERE o."id" = ${occurrenceId} AND ${visible(now)}`;
  return subject ?? null;
}

/** A page of what is like an event and to come, an event once, by the strongest reason that it has; one statement. */
export async function findSimilarEvents(
  queries: Queries,
  subject: SimilarSubject,
  {
    filters,
    offset,
    limit,
    language,
    ...seen
  }: SeenFrom & { filters: Filters; offset: number; limit: number; language: Language },
): Promise<{ rows: SimilarRow[]; total: number }> {
  const rows = await queries.$queryRaw<(SimilarRow & { total: number })[]>`
    WITH alike AS (${similarTo(subject, filters, seen)})
    SELECT ${rowColumns(language)}, chosen."reason", chosen."total"
    FROM (SELECT *, count(*) OVER ()::int AS "total" FROM alike ORDER BY ${inOrder} LIMIT ${limit} OFFSET ${offset}) chosen
    ${rowsOf(language)} ORDER BY ${inOrder}`;
  return { rows, total: rows[0]?.total ?? 0 };
}

/** All dates that are like an event, for whoever counts among them. */
export async function findSimilarEventIds(
  queries: Queries,
  subject: SimilarSubject,
  seen: SeenFrom,
): Promise<number[]> {
  const rows = await queries.$queryRaw<{ occurrenceId: number }[]>`
    SELECT "occurrenceId" FROM (${similarTo(subject, {}, seen)}) alike`;
  return rows.map(({ occurrenceId }) => occurrenceId);
}

/** A few of each reason in turn. */
const inOrder = Prisma.sql`("nth" - 1) / ${turn}::int, "rank", "nth"`;

/** SQL: occurrenceId, reason with its rank, which of its reason it is, and metres from the subject's place. */
function similarTo(subject: SimilarSubject, filters: Filters, { now, zone }: SeenFrom): Prisma.Sql {
  const found = [ofPerformers(subject, now), atPlace(subject, now), nearby(subject, now), ofSection(subject, now)];
  const asked = [...eventConditions(filters), ...partConditions(filters, zone)];
  return Prisma.sql`
    SELECT * FROM (
      SELECT "occurrenceId", "reason", "rank", "distance", row_number() OVER (PARTITION BY "reason"
        ORDER BY NOT "isOfSection", NOT "isForSame", "comesAt", "occurrenceId") AS "nth"
      FROM (
        SELECT DISTINCT ON (o."eventId") o."id" AS "occurrenceId", f."reason", f."rank", f."distance",
               e."section" = ${subject.section}::"Section" AS "isOfSection",
               e."audiences" && ${subject.audiences}::"Audience"[] AS "isForSame",
               CASE WHEN o."spansDays" THEN o."endsAt" ELSE o."startsAt" END AS "comesAt"
        FROM (${Prisma.join(
          found.filter((each) => each !== null),
          " UNION ALL ",
        )}) f("id", "reason", "rank", "distance")
        JOIN "Occurrence" o ON o."id" = f."id" JOIN "Event" e ON e."id" = o."eventId"
        WHERE o."eventId" <> ${subject.eventId} AND o."endsAt" > ${now} AND o."status" NOT IN ('cancelled', 'postponed')
          AND ${Prisma.join([visible(now), ...asked], " AND ")}
        ORDER BY o."eventId", f."rank", o."startsAt", o."id") each) ranked
    WHERE "nth" <= ${mostOfReason}`;
}

/** SQL: a reason with its rank, and no distance. */
const because = (reason: (typeof reasons)[number], distance = Prisma.sql`NULL::float8`) =>
  Prisma.sql`${reason}::text, ${reasons.indexOf(reason)}::int, ${distance}`;

/** SQL: what names the same performers. The index finds their words, wherever they stand; then the line itself is compared. */
function ofPerformers({ who }: SimilarSubject, now: Date): Prisma.Sql | null {
  const names = [...new Set(who.flatMap(performersOf))].slice(0, 6);
  if (names.length === 0) return null;
  const until = new Date(now.getTime() + performerDays * day);
  const ahead = anyOf([{ stems: "", plain: "", facets: facetsOfMonths({ from: now, to: until }) }]);
  const named = names.map((name) => allOf(wordConditions(queryWords(name), new Map())));
  const line = Prisma.sql`' ' || regexp_replace(t."who", '[,;.:()«»"„“”[:space:]]+', ' ', 'g') || ' '`;
  const same = names.map((name) => Prisma.sql`strpos(${line}, ${` ${plainNames(name)} `}) > 0`);
  return Prisma.sql`
    SELECT o."id", ${because("performer")}
    FROM (SELECT s."eventId" FROM "EventSearch" s WHERE s."document" @@ ((${Prisma.join(named, " || ")}) && ${ahead})
          LIMIT ${looked.performed}) s
    JOIN "Occurrence" o ON o."eventId" = s."eventId"
    WHERE EXISTS (SELECT FROM "EventText" t WHERE t."eventId" = s."eventId" AND (${Prisma.join(same, " OR ")}))`;
}

/** SQL: what else is at the same place. */
const atPlace = ({ placeId }: SimilarSubject, now: Date): Prisma.Sql | null =>
  placeId === null
    ? null
    : Prisma.sql`(
        SELECT o."id", ${because("place")} FROM "Occurrence" o WHERE o."placeId" = ${placeId} AND o."endsAt" > ${now}
        ORDER BY o."endsAt" LIMIT ${looked.atPlace})`;

/** SQL: what is of the same section a walk away. */
function nearby({ placeId, latitude, longitude, section }: SimilarSubject, now: Date): Prisma.Sql | null {
  if (latitude === null || longitude === null) return null;
  const around = { kind: "near", latitude, longitude, radius: nearRadius } as const;
  return Prisma.sql`
    SELECT o."id", ${because("near", Prisma.sql`place."distance"`)}
    FROM (SELECT p."id", ${distanceFrom(around)} AS "distance" FROM "Place" p
          WHERE ${isNear(around)} AND p."id" <> ${placeId ?? 0} ORDER BY 2 LIMIT ${looked.places}) place
    CROSS JOIN LATERAL (
      SELECT o."id", o."eventId" FROM "Occurrence" o WHERE o."placeId" = place."id" AND o."endsAt" > ${now}
      ORDER BY o."endsAt" LIMIT ${looked.ofPlace}) o
    JOIN "Event" e ON e."id" = o."eventId" AND e."section" = ${section}::"Section"`;
}

/** SQL: what is of the same section, the soonest; beside what lasts for days, what closes soonest. */
function ofSection({ section, spansDays }: SimilarSubject, now: Date): Prisma.Sql {
  const until = new Date(now.getTime() + sectionDays * day);
  const dates = spansDays
    ? Prisma.sql`o."spansDays" AND o."endsAt" > ${now} ORDER BY o."endsAt"`
    : Prisma.sql`NOT o."spansDays" AND o."startsAt" > ${now} AND o."startsAt" < ${until} ORDER BY o."startsAt"`;
  return Prisma.sql`
    SELECT o."id", ${because("section")}
    FROM (SELECT o."id", o."eventId" FROM "Occurrence" o WHERE ${dates} LIMIT ${looked.ahead}) o
    JOIN "Event" e ON e."id" = o."eventId" AND e."section" = ${section}::"Section"`;
}
