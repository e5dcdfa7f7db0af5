import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { eventConditions, partConditions } from "../../listing/conditions.sql.ts";
import { facetsPreferred } from "../index/facets.ts";
import type { QueryWord } from "../query/query-word.ts";
import { anyFacet, houseNouns, phrases, sectionFacets, wholePhrases, wordConditions } from "../query/text-query.ts";
import { isOfSection, isRecording, isSoft, type Term, type Understanding } from "../query/understanding.ts";
import { firstThatMatches, type MatchRequest, matching, wordsThatName } from "./candidate-store.ts";
import { allOf } from "./tsquery.sql.ts";

/** An event that matches, with the date to show: the next one asked for, else the next, else the last. */
export interface SearchHit {
  eventId: number;
  /** Null for an event without dates. */
  occurrenceId: number | null;
}

export interface Matches {
  hits: SearchHit[];
  /** How many there are; at least so many where `isExact` is false. */
  total: number;
  isExact: boolean;
  /** The first is called by the words in a row. */
  isCalledSo: boolean;
  /** The title of the first has all of the words. */
  isInTitle: boolean;
}

interface Row extends SearchHit {
  total: number;
  isWhole: boolean;
  tier: number;
}

/** Finds and ranks the events of a query that is taken as it is, in one statement. */
export async function findMatches(queries: Queries, request: MatchRequest): Promise<Matches> {
  const { understanding, now, limit, offset, filters, zone } = request;
  const ofEvent = Prisma.join([Prisma.sql`true`, ...eventConditions(filters)], " AND ");
  const ofDate = Prisma.join([Prisma.sql`true`, ...partConditions(filters, zone)], " AND ");
  const rows = await queries.$queryRaw<Row[]>`
    WITH tiered AS MATERIALIZED (
      SELECT c.*, ${tier(request)} AS "tier", ${isInSection(understanding)} AS "isInSection",
        ${isOfHouse(understanding)} AS "isOfHouse", ${isThere(understanding)} AS "isThere"
      FROM (${matching(request)}) c
    ), ranked AS (
      SELECT * FROM (
        SELECT t.*, max(t."tier") OVER () AS "best", bool_or(t."isOfHouse" OR t."isThere") OVER () AS "isHouseNamed",
          bool_or(t."isThere") OVER () AS "isPlaceNamed" FROM tiered t
      ) t
      WHERE ${request.anyWord} OR ((t."best" < ${typed} OR t."tier" NOT IN (1, 2) OR t."isThere")
        AND (t."tier" > 0 OR NOT t."isHouseNamed" OR t."isThere") AND (t."isThere" OR NOT t."isPlaceNamed"))
    )
    SELECT f."eventId", f."occurrenceId", (count(*) OVER ())::int AS "total", f."isWhole", f."tier"
    FROM (
      SELECT c."eventId", o."id" AS "occurrenceId", c."isWhole", c."tier", coalesce(o."endsAt" <= ${now}, true) AS "isOver",
        bool_or(o."endsAt" > ${now}) OVER () AS "isAnyComing", ${isPlaybill(understanding)} AS "isPlaybill",
        row_number() OVER (ORDER BY ${order(understanding, now)}, c."eventId") AS "place"
      FROM ranked c
      CROSS JOIN LATERAL (SELECT * FROM "Event" e WHERE e."id" = c."eventId" OFFSET 0) e
      LEFT JOIN LATERAL (
        SELECT o."id", o."startsAt", o."endsAt", o."status" FROM "Occurrence" o
        WHERE o."eventId" = c."eventId" AND (c."isTitled" OR ${isWithin(understanding, now)}) AND ${ofDate}
        ORDER BY o."endsAt" <= ${now}, o."status" = 'cancelled',
          CASE WHEN o."endsAt" > ${now} THEN o."startsAt" END, o."startsAt" DESC
        LIMIT 1
      ) o ON true
      WHERE e."publishedAt" <= ${now} AND e."withdrawnAt" IS NULL AND ${isAffordable(understanding)}
        AND ${isAttended(understanding)} AND ${ofEvent}
        AND (o."id" IS NOT NULL OR (c."isTitled" OR ${understanding.windows.length === 0}) AND ${filters.part === undefined})
    ) f
    WHERE NOT (f."isPlaybill" AND f."isOver" AND f."isAnyComing")
    ORDER BY f."place" LIMIT ${limit} OFFSET ${offset}`;
  const [first] = rows;
  // Behind the last page no row carries the total.
  if (first === undefined && offset > 0)
    return { ...(await findMatches(queries, { ...request, offset: 0 })), hits: [] };
  return {
    hits: rows.map(({ eventId, occurrenceId }) => ({ eventId, occurrenceId })),
    total: first?.total ?? 0,
    isExact: first?.isWhole ?? true,
    isCalledSo: !request.anyWord && (first?.tier ?? 0) >= 5,
    isInTitle: !request.anyWord && (first?.tier ?? 0) >= ofTitle,
  };
}

/** Leaves out the queries at the head of a list for which the index has nothing, in one statement. */
export async function skipHopeless<T extends MatchRequest>(queries: Queries, requests: readonly T[]): Promise<T[]> {
  // Two are tried as fast as looked up.
  if (requests.length < 3) return [...requests];
  const [first] = await queries.$queryRaw<{ number: number }[]>(firstThatMatches(requests));
  return first === undefined ? [] : requests.slice(first.number);
}

/** Finds which words stand in a title or a name of anything in the programme. */
export async function findNaming(queries: Queries, words: readonly QueryWord[]): Promise<Set<QueryWord>> {
  if (words.length === 0) return new Set();
  const rows = await queries.$queryRaw<{ number: number }[]>(wordsThatName(words));
  return new Set(rows.flatMap(({ number }) => words[number] ?? []));
}

/** From this tier on, words match as they were typed. */
const typed = 3;
/** From this one on, they stand in a title. */
const ofTitle = 4;

/**
 * How well the words match: 6 they are the title, 5 a phrase of it, 4 words of it as typed, 3 of it or of names as typed, 2
 * and 1 the same as they may have been meant, 0 words of the text. Where one of the words is enough, the number of those
 * found. What may have been meant counts only where nothing is called as typed: «Экият» is the theatre and no fairy tale.
 */
function tier({ understanding, spellings, anyWord }: MatchRequest): Prisma.Sql {
  const { words } = understanding;
  if (anyWord) {
    const each = wordConditions(words, spellings).map((word) => Prisma.sql`(c."heading" @@ ${allOf([word])})::int`);
    return Prisma.join(each, " + ");
  }
  return Prisma.sql`CASE
    WHEN '|' || c."titles" || '|' LIKE ANY (${wholePhrases(understanding).map((phrase) => `%|${phrase}|%`)}::text[]) THEN 6
    WHEN c."titles" LIKE ANY (${phrases(understanding).map((phrase) => `%${phrase}%`)}::text[]) THEN 5
    WHEN c."heading" @@ ${allOf(wordConditions(words.map(asTyped), new Map(), "A"))} THEN 4
    ${calledThere(words)}
    WHEN c."heading" @@ ${allOf(wordConditions(words.map(asTyped), new Map(), "ABC"))} THEN 3
    WHEN c."heading" @@ ${allOf(wordConditions(words, spellings, "A"))} THEN 2
    WHEN c."heading" @@ ${allOf(wordConditions(words, spellings, "ABC"))} THEN 1
    ELSE 0 END`;
}

/** What is called by the words besides those that say where: «опера театрында балет» is the ballet. */
function calledThere(words: readonly QueryWord[]): Prisma.Sql {
  const where = words.filter((word) => word.isWhere);
  const rest = words.filter((word) => !word.isWhere);
  if (where.length === 0 || rest.length === 0) return Prisma.empty;
  const [there, called] = [wordConditions(where, new Map(), "B"), wordConditions(rest.map(asTyped), new Map(), "A")];
  return Prisma.sql`WHEN c."heading" @@ ${allOf([...there, ...called])} THEN 4`;
}

/** What titles call the same by other words is as good as typed. */
const asTyped = ({ forms, ...word }: QueryWord): QueryWord => ({ ...word, forms: forms.slice(0, 1) });

/**
 * An event called just as the query comes first, even when it is over. Then what is still to come, the cancelled, the
 * past; in each the better match, then the sooner. Only who asks for recordings gets the archive, newest first.
 */
function order(understanding: Understanding, now: Date): Prisma.Sql {
  const { terms, windows } = understanding;
  const match = Prisma.sql`c."isTitled" DESC, "tier" DESC, "isInSection" DESC ${preferredFirst(understanding)}`;
  if (terms.some(isRecording)) return Prisma.sql`${match}, o."startsAt" DESC`;
  // What has been open for days comes after the hours asked for, or else after the next three days.
  const later = windows.at(-1)?.to ?? new Date(now.getTime() + 3 * 86_400_000);
  const streamsFirst = terms.some(isNowOrTonight) ? Prisma.sql`e."attendanceMode" = 'on_site',` : Prisma.empty;
  // «Выставки» are what is open for weeks, and tours of museums only beside them.
  const isExhibition = terms.some(({ kind }) => kind === "exhibition");
  const lastingFirst = isExhibition
    ? Prisma.sql`o."endsAt" - o."startsAt" > interval '1 day' DESC NULLS LAST,`
    : Prisma.empty;
  return Prisma.sql`"tier" = 6 DESC, coalesce(o."endsAt" <= ${now}, true), o."status" = 'cancelled', ${match}, ${lastingFirst} ${streamsFirst}
    CASE WHEN o."endsAt" <= ${now} THEN NULL
      WHEN o."startsAt" < ${now} AND o."endsAt" - o."startsAt" > interval '1 day' THEN ${later}
      ELSE o."startsAt" END, o."startsAt" DESC`;
}

/** Then streams come first: they can be watched from where one is. */
const isNowOrTonight = (term: Term): boolean =>
  term.kind === "when" && (term.value.kind === "now" || term.value.kind === "tonight");

/** Whether an event has the sections and audiences that were named, and not only their nouns in its words. */
function isInSection(understanding: Understanding): Prisma.Sql {
  const facets = sectionFacets(understanding);
  return facets.length === 0 ? Prisma.sql`true` : Prisma.sql`(c."heading" @@ ${allOf(facets)})`;
}

/** Whether a kind of event or a house is asked for, and nothing by its title: what is over there is for who asks for it. */
function isPlaybill({ terms, words }: Understanding): Prisma.Sql {
  const isOfKind = words.length === 0 && terms.some(isOfSection) && !terms.some(isRecording);
  return Prisma.sql`(c."tier" < ${ofTitle} AND (${isOfKind} OR c."isHouseNamed"))`;
}

/**
 * Whether a house or a place is called by the words and the section together: «Әкият театры», "Tukay museum". Where one is,
 * an event that merely speaks of fairy tales is not meant.
 */
function isOfHouse({ terms, words }: Understanding): Prisma.Sql {
  const nouns = terms.filter(isOfSection).filter(isSoft);
  if (nouns.length === 0 || words.length === 0) return Prisma.sql`false`;
  return Prisma.sql`(c."heading" @@ ${allOf([...wordConditions(words.map(asTyped), new Map(), "B"), ...houseNouns(nouns)])})`;
}

/** Whether all that says where something is names its house or place: «в Экияте» asks for no fairy tale of another house. */
function isThere({ words }: Understanding): Prisma.Sql {
  const where = words.filter((word) => word.isWhere);
  return where.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`(c."heading" @@ ${allOf(wordConditions(where, new Map(), "B"))})`;
}

/** Then events of the kind that somebody would like. */
function preferredFirst({ terms }: Understanding): Prisma.Sql {
  const facets = facetsPreferred(terms);
  return facets.length === 0 ? Prisma.empty : Prisma.sql`, c."heading" @@ ${anyFacet(facets)}::tsquery DESC`;
}

/** The index knows round limits of price. */
function isAffordable({ terms }: Understanding): Prisma.Sql {
  const limits = terms.flatMap((term) => (term.kind === "price" ? [term.value] : []));
  return limits.length === 0 ? Prisma.sql`true` : Prisma.sql`(e."isFree" OR e."priceMin" <= ${Math.min(...limits)})`;
}

/** What one can go to. */
const isAttended = ({ terms }: Understanding): Prisma.Sql =>
  terms.some((term) => term.kind === "mode" && term.value === "on_site")
    ? Prisma.sql`e."attendanceMode" <> 'online'`
    : Prisma.sql`true`;

/**
 * What began before a later day belongs to the day it began on, unless it lasts. Asked for an evening or an hour, what is
 * merely open for days is left out.
 */
function isWithin({ windows, isByHour }: Understanding, now: Date): Prisma.Sql {
  if (windows.length === 0) return Prisma.sql`true`;
  const within = windows.map(({ from, to }) => {
    const isOpen = from <= now ? Prisma.sql`true` : Prisma.sql`o."endsAt" - o."startsAt" > interval '12 hours'`;
    return Prisma.sql`(o."startsAt" < ${to} AND (o."startsAt" >= ${from} OR o."endsAt" > ${from} AND ${isOpen}))`;
  });
  const isShort = isByHour ? Prisma.sql`o."endsAt" - o."startsAt" <= interval '1 day' AND` : Prisma.empty;
  return Prisma.sql`(${isShort} (${Prisma.join(within, " OR ")}))`;
}
