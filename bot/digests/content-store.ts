import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Section } from "../programme/event.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import type { Listed } from "../programme/listing/list-row.ts";
import { findListedByIds } from "../programme/listing/list-store.ts";
import { fewestShown } from "../voices/score.ts";
import type { Language } from "../words/language.ts";
import { type DigestOffer, type DigestReason, liked, mostRows, shareRows } from "./rules.ts";

const day = 86_400_000;

/** How far ahead news are looked for, in days: further, nobody plans. */
const newsDays = 60;

export interface Query {
  /** Sections chosen; none means all. */
  sections: readonly Section[];
  language: Language;
  now: Date;
  /** Announced later than this is new. */
  newSince: Date;
  /** Up to when "what is on" reaches. */
  until: Date;
}

export interface DigestRow extends Listed {
  isNew: boolean;
  /** Why it was chosen, where more is to be said than what stands above it. */
  because: DigestReason | null;
}

interface Found {
  id: number;
  kind: keyof DigestOffer<unknown>;
  isNew: boolean;
  /** What people gave it, and how many; null where it is no reason. */
  rating: { average: number; count: number } | null;
}

/** The rows of a digest, an event once, by its next date: two statements, the second only if there is something. */
export async function findContent(database: Database, query: Query): Promise<DigestOffer<DigestRow>> {
  const found = await findCandidates(database, query);
  const of = (kind: Found["kind"]) => found.filter((candidate) => candidate.kind === kind);
  const chosen = shareRows({ streams: of("streams"), inTown: of("inTown"), news: of("news") });
  const ids = [...chosen.streams, ...chosen.inTown, ...chosen.news].map(({ id }) => id);
  const listed = ids.length === 0 ? [] : await findListedByIds(database, ids, query.language);
  const rowsOf = (kind: Found["kind"]): DigestRow[] =>
    listed
      .flatMap((row) => {
        const candidate = chosen[kind].find(({ id }) => id === row.occurrenceId);
        if (candidate === undefined) return [];
        const { isNew, rating } = candidate;
        return [{ ...row, isNew, because: rating && { kind: "rated" as const, ...rating } }];
      })
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return { streams: rowsOf("streams"), inTown: rowsOf("inTown"), news: rowsOf("news") };
}

/**
 * Each branch by an index of its own: what is on by when it starts, news by when they were announced. Of each day ahead
 * the first one is taken before any second one, or a week would be told of by its first evening.
 */
function findCandidates(database: Database, { sections, now, newSince, until }: Query): Promise<Found[]> {
  const chosen = sections.length > 0 ? Prisma.sql`e."section" = ANY (${sections}::"Section"[])` : Prisma.sql`true`;
  const shown = Prisma.sql`${visible(now)} AND o."status" NOT IN ('cancelled', 'postponed') AND ${chosen}`;
  const begun = new Date(now.getTime() - day);
  const dayAhead = Prisma.sql`floor(extract(epoch FROM "startsAt" - ${now}::timestamptz) / 86400)`;
  return database.$queryRaw<Found[]>`
    WITH candidate AS (
      SELECT o."id", o."eventId", o."startsAt", e."publishedAt" > ${newSince} AS "isNew",
             CASE WHEN e."attendanceMode" = 'on_site' THEN 'inTown' ELSE 'streams' END AS "kind"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      WHERE NOT o."spansDays" AND o."startsAt" >= ${begun} AND o."startsAt" < ${until} AND o."endsAt" > ${now}
        AND (o."startsAt" > ${now} OR e."attendanceMode" <> 'on_site') AND ${shown}
      UNION ALL
      SELECT o."id", o."eventId", o."startsAt", true, 'news'
      FROM "Event" e JOIN "Occurrence" o ON o."eventId" = e."id"
      WHERE e."publishedAt" > ${newSince} AND o."startsAt" >= ${now}
        AND o."startsAt" < ${new Date(now.getTime() + newsDays * day)} AND ${shown}
    ), event AS (
      SELECT DISTINCT ON ("eventId") * FROM candidate ORDER BY "eventId", "kind" = 'news', "startsAt", "id"
    ), dated AS (
      SELECT *, row_number() OVER (PARTITION BY "kind", ${dayAhead} ORDER BY "startsAt", "id") AS "ofItsDay" FROM event
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY "kind" ORDER BY "ofItsDay", "startsAt", "id") AS "rank" FROM dated
    )
    SELECT "id", "kind", "isNew",
           (SELECT jsonb_build_object('average', s."mean", 'count', s."people") FROM "Score" s
            WHERE s."eventId" = ranked."eventId" AND s."people" >= ${fewestShown} AND s."mean" >= ${liked}) AS "rating"
    FROM ranked WHERE "rank" <= ${mostRows} ORDER BY "rank"`;
}
