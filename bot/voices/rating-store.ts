import type { Database, Queries } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import { isNewcomer } from "./newcomer.sql.ts";
import { type Stars, starsIn } from "./stars.ts";

/** What came of a rating; what the programme does not show cannot be rated and is not named. */
export type Rating =
  | { kind: "rated" }
  /** The event has not begun, or did not take place. */
  | { kind: "not yet" }
  | { kind: "gone" };

/**
 * Stores how it was for a person, in place of what they said before. Looked up in the statement that writes: whether the date
 * is shown, and has begun.
 */
export async function rate(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
  given: Stars,
  now: Date,
): Promise<Rating> {
  const id = BigInt(personId);
  const [row] = await database.$queryRaw<{ hasBegun: boolean }[]>`
    WITH date AS (
      SELECT o."id", o."startsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed') AS "hasBegun"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE o."id" = ${occurrenceId} AND ${visible(now)}
    ), rated AS (
      INSERT INTO "Rating" ("personId", "occurrenceId", "stars", "ratedAt", "isNewcomer")
      SELECT ${id}, "id", ${given}, ${now}, ${isNewcomer(personId, now)} FROM date WHERE "hasBegun"
      ON CONFLICT ("personId", "occurrenceId") DO UPDATE SET "stars" = EXCLUDED."stars", "ratedAt" = EXCLUDED."ratedAt"
    )
    SELECT "hasBegun" FROM date`;
  if (row === undefined) return { kind: "gone" };
  return { kind: row.hasBegun ? "rated" : "not yet" };
}

/** Whether a person has said how it was, unasked. */
export async function hasRated(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
): Promise<boolean> {
  return (await database.rating.count({ where: { personId: BigInt(personId), occurrenceId } })) > 0;
}

/** The stars that somebody gave a date; null: none. */
export async function findOwnRating(
  queries: Queries,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
): Promise<Stars | null> {
  const rating = await queries.rating.findFirst({
    where: { personId: BigInt(personId), occurrenceId },
    select: { stars: true },
  });
  return starsIn(rating);
}
