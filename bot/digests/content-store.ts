import { Prisma } from "../../prisma/client/client.ts";
import type { Database } from "../database/database.ts";
import type { Audience, Section } from "../programme/event.ts";
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
  /** From when on "what is on" is told, and up to when it reaches; at `now` what runs already is told, too. */
  from: Date;
  until: Date;
}

export interface DigestRow extends Listed {
  isNew: boolean;
  /** Why it was chosen, where more is to be said than what stands above it. */
  because: DigestReason | null;
  section: Section;
  audiences: readonly Audience[];
  posterUrl: string | null;
}

interface Found {
  id: number;
  kind: keyof DigestOffer<unknown>;
  isNew: boolean;
  /** What people gave it, and how many; null where it is no reason. */
  rating: { average: number; count: number } | null;
  /** How many asked to be reminded of that date. */
  reminded: number;
}

/** From so many reminders on it is a reason: fewer may be one family. */
const fewestReminded = 5;

/** The rows of a digest, an event once, by its next date: two statements, the second only if there is something. */
export async function findContent(database: Database, query: Query): Promise<DigestOffer<DigestRow>> {
  const found = await findCandidates(database, query);
  const of = (kind: Found["kind"]) => found.filter((candidate) => candidate.kind === kind);
  const chosen = shareRows({ streams: of("streams"), inTown: of("inTown"), news: of("news") });
  const ids = [...chosen.streams, ...chosen.inTown, ...chosen.news].map(({ id }) => id);
  const listed = ids.length === 0 ? [] : await findPictured(database, ids, query.language);
  const rowsOf = (kind: Found["kind"]): DigestRow[] =>
    listed
      .flatMap((row) => {
        const candidate = chosen[kind].find(({ id }) => id === row.occurrenceId);
        if (candidate === undefined) return [];
        return [{ ...row, isNew: candidate.isNew, because: reasonOf(candidate) }];
      })
      .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return { streams: rowsOf("streams"), inTown: rowsOf("inTown"), news: rowsOf("news") };
}

function reasonOf({ rating, reminded }: Found): DigestReason | null {
  if (rating !== null) return { kind: "rated", ...rating };
  return reminded >= fewestReminded ? { kind: "reminded", count: reminded } : null;
}

/** Rows of a list with what a pick is chosen and shown by. */
export async function findPictured(
  database: Database,
  ids: readonly number[],
  language: Language,
): Promise<Omit<DigestRow, "isNew" | "because">[]> {
  const listed = await findListedByIds(database, ids, language);
  const events = await database.event.findMany({
    where: { id: { in: listed.map(({ eventId }) => eventId) } },
    select: { id: true, section: true, audiences: true, posterUrl: true },
  });
  const byId = new Map(events.map(({ id, ...event }) => [id, event]));
  return listed.flatMap((row) => {
    const event = byId.get(row.eventId);
    return event === undefined ? [] : [{ ...row, ...event }];
  });
}

/**
 * Each branch by an index of its own: what is on by when it starts, news by when they were announced. Of each day ahead
 * the first one is taken before any second one, or a week would be told of by its first evening.
 */
function findCandidates(database: Database, { sections, now, newSince, from, until }: Query): Promise<Found[]> {
  const chosen = sections.length > 0 ? Prisma.sql`e."section" = ANY (${sections}::"Section"[])` : Prisma.sql`true`;
  const shown = Prisma.sql`${visible(now)} AND o."status" NOT IN ('cancelled', 'postponed') AND ${chosen}`;
  const first = from > now ? from : new Date(now.getTime() - day);
  const dayAhead = Prisma.sql`floor(extract(epoch FROM "startsAt" - ${now}::timestamptz) / 86400)`;
  return database.$queryRaw<Found[]>`
    WITH candidate AS (
      SELECT o."id", o."eventId", o."startsAt", e."publishedAt" > ${newSince} AS "isNew",
             CASE WHEN e."attendanceMode" = 'on_site' THEN 'inTown' ELSE 'streams' END AS "kind"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId"
      WHERE NOT o."spansDays" AND o."startsAt" >= ${first} AND o."startsAt" < ${until} AND o."endsAt" > ${now}
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
            WHERE s."eventId" = ranked."eventId" AND s."people" >= ${fewestShown} AND s."mean" >= ${liked}) AS "rating",
           (SELECT count(DISTINCT r."personId")::int FROM "Reminder" r WHERE r."occurrenceId" = ranked."id") AS "reminded"
    FROM ranked WHERE "rank" <= ${mostRows} ORDER BY "rank"`;
}
