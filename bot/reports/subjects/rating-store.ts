import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { visible } from "../../programme/listing/conditions.sql.ts";
import type { Language } from "../../words/language.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import type { ReportSpan } from "../counting/span.ts";

/** An average of fewer people would say more about one of them than about the event. */
const fewestRaters = 3;

/** How many people rated, each of an event once with the average of what they gave its dates, and the sum of these. */
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
  /** Events that enough people rated and that residents see, the best first, and the worst first; the same event may be in both. */
  best: RatedEvent[];
  worst: RatedEvent[];
}

/** Counts the ratings given in a span, by its buckets and by event, up to `most` of these at either end. */
export async function countRatings(
  queries: Queries,
  span: ReportSpan,
  language: Language,
  most: number,
): Promise<RatingCounts> {
  const given = Prisma.sql`r."ratedAt" >= ${span.from} AND r."ratedAt" <= ${span.until}`;
  const [weeks, events] = await Promise.all([
    queries.$queryRaw<RatingCounts["weeks"]>`
      SELECT "bucket", sum("stars")::float AS "stars", count(*)::int AS "count"
      FROM (SELECT ${bucketOf(Prisma.sql`r."ratedAt"`, span)} AS "bucket", avg(r."stars") AS "stars"
            FROM "Rating" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
            WHERE ${given} GROUP BY 1, o."eventId", r."personId") rater
      GROUP BY 1`,
    queries.$queryRaw<(RatedEvent & { fromTop: number; fromBottom: number })[]>`
      WITH rater AS MATERIALIZED (
        SELECT o."eventId", avg(r."stars") AS "stars" FROM "Rating" r JOIN "Occurrence" o ON o."id" = r."occurrenceId"
        JOIN "Event" e ON e."id" = o."eventId" WHERE ${given} AND ${visible(span.until)} GROUP BY o."eventId", r."personId"
      ), rated AS (
        SELECT "eventId", sum("stars")::float AS "stars", count(*)::int AS "count" FROM rater
        GROUP BY 1 HAVING count(*) >= ${fewestRaters}
      ), ranked AS (
        SELECT *, row_number() OVER (ORDER BY "stars" / "count" DESC, "count" DESC, "eventId")::int AS "fromTop",
               row_number() OVER (ORDER BY "stars" / "count", "count" DESC, "eventId")::int AS "fromBottom"
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
