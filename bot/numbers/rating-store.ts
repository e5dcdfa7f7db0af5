import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { fewestRatings } from "../programme/card/card-store.ts";
import type { Language } from "../programme/event.ts";
import { bucketOf } from "./bucket-store.ts";
import type { Span } from "./span.ts";

/** How many stars were given, and how many ratings that are. */
export interface Rated {
  stars: number;
  count: number;
}

export type RatedEvent = Rated & {
  /** In the reader's language, else in another. */
  title: string;
};

export interface RatingCounts {
  weeks: (Rated & { bucket: string })[];
  /** Events rated often enough, the best first, and the worst first; the same event may be in both. */
  best: RatedEvent[];
  worst: RatedEvent[];
}

/** Counts the ratings given in a span, by its buckets and by event, up to `most` of these at either end. */
export async function countRatings(
  queries: Queries,
  span: Span,
  language: Language,
  most: number,
): Promise<RatingCounts> {
  const given = Prisma.sql`r."ratedAt" >= ${span.from} AND r."ratedAt" <= ${span.until}`;
  const [weeks, events] = await Promise.all([
    queries.$queryRaw<RatingCounts["weeks"]>`
      SELECT ${bucketOf(Prisma.sql`r."ratedAt"`, span)} AS "bucket", sum(r."stars")::int AS "stars", count(*)::int AS "count"
      FROM "Rating" r WHERE ${given} GROUP BY 1`,
    queries.$queryRaw<(RatedEvent & { fromTop: number; fromBottom: number })[]>`
      WITH dated AS MATERIALIZED (
        SELECT r."occurrenceId", sum(r."stars") AS "stars", count(*) AS "count" FROM "Rating" r WHERE ${given} GROUP BY 1
      ), rated AS (
        SELECT o."eventId", sum(d."stars")::int AS "stars", sum(d."count")::int AS "count"
        FROM dated d JOIN "Occurrence" o ON o."id" = d."occurrenceId" GROUP BY 1 HAVING sum(d."count") >= ${fewestRatings}
      ), ranked AS (
        SELECT *, row_number() OVER (ORDER BY "stars"::float / "count" DESC, "count" DESC, "eventId")::int AS "fromTop",
               row_number() OVER (ORDER BY "stars"::float / "count", "count" DESC, "eventId")::int AS "fromBottom"
        FROM rated
      )
      SELECT "stars", "count", "fromTop", "fromBottom",
             coalesce((SELECT x."title" FROM "EventText" x WHERE x."eventId" = ranked."eventId"
                       ORDER BY x."language" = ${language}::"Language" DESC, x."language" LIMIT 1), '') AS "title"
      FROM ranked WHERE "fromTop" <= ${most} OR "fromBottom" <= ${most}`,
  ]);
  const inOrder = (place: "fromTop" | "fromBottom"): RatedEvent[] =>
    events
      .filter((event) => event[place] <= most)
      .sort((a, b) => a[place] - b[place])
      .map(({ title, stars, count }) => ({ title, stars, count }));
  return { weeks, best: inOrder("fromTop"), worst: inOrder("fromBottom") };
}
