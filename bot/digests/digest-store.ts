import type { Database, Queries } from "../database/database.ts";
import type { Digest, DigestSettings } from "./digest.ts";
import { nextSlot } from "./slot-store.ts";

/** When "now" is, and the zone of people who have none of their own. */
export interface Here {
  now: Date;
  cityZone: string;
}

/** A person's digest, or null when they have none. */
export async function findDigest(database: Database, personId: number): Promise<Digest | null> {
  return database.digest.findUnique({
    where: { personId: BigInt(personId) },
    select: { cadence: true, hour: true, weekday: true, sections: true, hasPictures: true, nextAt: true },
  });
}

/** Sets a person's digest and says when the next one comes; null for somebody unknown. One statement. */
export async function setDigest(
  database: Database,
  personId: number,
  settings: DigestSettings,
  { now, cityZone }: Here,
): Promise<Digest | null> {
  const [row] = await database.$queryRaw<{ nextAt: Date }[]>`
    INSERT INTO "Digest" ("personId", "cadence", "hour", "weekday", "sections", "hasPictures", "nextAt")
    SELECT s."id", s."cadence", s."hour", s."weekday", ${settings.sections}::"Section"[], ${settings.hasPictures}, ${nextSlot(now)}
    FROM (SELECT "id", coalesce("timeZone", ${cityZone}) AS "zone", ${settings.cadence}::"Cadence" AS "cadence",
                 ${settings.hour}::int AS "hour", ${settings.weekday}::int AS "weekday"
          FROM "Person" WHERE "id" = ${BigInt(personId)}) s
    ON CONFLICT ("personId") DO UPDATE SET "cadence" = EXCLUDED."cadence", "hour" = EXCLUDED."hour",
      "weekday" = EXCLUDED."weekday", "sections" = EXCLUDED."sections",
      "hasPictures" = EXCLUDED."hasPictures", "nextAt" = EXCLUDED."nextAt"
    RETURNING "nextAt"`;
  return row ? { ...settings, nextAt: row.nextAt } : null;
}

/** Moves a person's next digest to the wall clock of the zone they have now; for whoever changes the zone. */
export async function rescheduleDigest(queries: Queries, personId: number, { now, cityZone }: Here): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Digest" SET "nextAt" = ${nextSlot(now)}
    FROM (SELECT coalesce("timeZone", ${cityZone}) AS "zone" FROM "Person" WHERE "id" = ${BigInt(personId)}) p
    WHERE "personId" = ${BigInt(personId)}`;
}

/** Stops a person's digest, one that waits in the outbox too, and returns what was set, so that it can be undone. */
export async function stopDigest(database: Database, personId: number, now: Date): Promise<DigestSettings | null> {
  const id = BigInt(personId);
  const [stopped] = await database.$queryRaw<DigestSettings[]>`
    WITH waiting AS (
      UPDATE "Delivery" SET "state" = 'cancelled', "settledAt" = ${now}, "reason" = 'digest stopped'
      WHERE "personId" = ${id} AND "state" = 'pending' AND "kind" = 'digest')
    DELETE FROM "Digest" WHERE "personId" = ${id}
    RETURNING "cadence"::text AS "cadence", "hour", "weekday", "sections"::text[] AS "sections", "hasPictures"`;
  return stopped ?? null;
}
