import type { Database } from "../database/database.ts";
import type { Stars } from "./stars.ts";

/** Stores how it was for a person, in place of what they said before. False when it has not begun, or did not take place. */
export async function rate(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
  given: Stars,
  now: Date,
): Promise<boolean> {
  const rated = await database.$executeRaw`
    INSERT INTO "Rating" ("personId", "occurrenceId", "stars", "ratedAt")
    SELECT ${BigInt(personId)}, o."id", ${given}, ${now} FROM "Occurrence" o
    WHERE o."id" = ${occurrenceId} AND o."startsAt" <= ${now} AND o."status" NOT IN ('cancelled', 'postponed')
    ON CONFLICT ("personId", "occurrenceId") DO UPDATE SET "stars" = EXCLUDED."stars", "ratedAt" = EXCLUDED."ratedAt"`;
  return rated === 1;
}

/** Whether a person has said how it was, unasked. */
export async function hasRated(
  database: Database,
  { personId, occurrenceId }: { personId: number; occurrenceId: number },
): Promise<boolean> {
  return (await database.rating.count({ where: { personId: BigInt(personId), occurrenceId } })) > 0;
}
