import type { Database } from "../database/database.ts";
import { visible } from "../programme/listing/conditions.sql.ts";
import type { Stars } from "./stars.ts";

/** What came of a rating; what the programme does not show cannot be rated and is not named. */
export type Rating =
  | { kind: "rated" }
  /** The event has not begun, or did not take place. */
  | { kind: "not yet" }
  /** The person never wanted to be reminded of it, so they were not asked how it was. */
  | { kind: "not asked" }
  | { kind: "gone" };

/**
 * Stores how it was for a person, in place of what they said before. Whoever was asked may answer: who had a reminder of
 * the date, got the question, or has answered already. All of it is looked up in the statement that writes.
 */
export async function rate(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
  given: Stars,
  now: Date,
): Promise<Rating> {
  const id = BigInt(personId);
  const [row] = await database.$queryRaw<{ hasBegun: boolean; isAsked: boolean }[]>`
    WITH date AS (
      SELECT o."id", o."startsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed') AS "hasBegun",
             EXISTS (SELECT 1 FROM "Reminder" r WHERE r."personId" = ${id} AND r."occurrenceId" = o."id")
             OR EXISTS (SELECT 1 FROM "Rating" r WHERE r."personId" = ${id} AND r."occurrenceId" = o."id")
             OR EXISTS (SELECT 1 FROM "Delivery" d WHERE d."personId" = ${id} AND d."occurrenceId" = o."id"
                        AND d."kind" = 'feedback' AND d."state" IN ('sent', 'uncertain')) AS "isAsked"
      FROM "Occurrence" o JOIN "Event" e ON e."id" = o."eventId" WHERE o."id" = ${occurrenceId} AND ${visible(now)}
    ), rated AS (
      INSERT INTO "Rating" ("personId", "occurrenceId", "stars", "ratedAt")
      SELECT ${id}, "id", ${given}, ${now} FROM date WHERE "hasBegun" AND "isAsked"
      ON CONFLICT ("personId", "occurrenceId") DO UPDATE SET "stars" = EXCLUDED."stars", "ratedAt" = EXCLUDED."ratedAt"
    )
    SELECT "hasBegun", "isAsked" FROM date`;
  if (row === undefined) return { kind: "gone" };
  if (!row.hasBegun) return { kind: "not yet" };
  return row.isAsked ? { kind: "rated" } : { kind: "not asked" };
}

/** Whether a person has said how it was, unasked. */
export async function hasRated(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
): Promise<boolean> {
  return (await database.rating.count({ where: { personId: BigInt(personId), occurrenceId } })) > 0;
}
