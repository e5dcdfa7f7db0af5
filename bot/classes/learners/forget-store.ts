import type { Database } from "../../database/database.ts";

/** Deletes enrolments that nobody went on with since `before`. */
export async function forgetDrafts(database: Database, before: Date): Promise<number> {
  const { count } = await database.enrolmentDraft.deleteMany({ where: { updatedAt: { lt: before } } });
  return count;
}

/**
 * Forgets names and phone numbers of those whose last class ended before `before`, and who wait for none. What was
 * counted stays: it names nobody. A certificate keeps the name that it was made out to.
 */
export async function forgetLearners(database: Database, before: Date): Promise<number> {
  return database.$executeRaw`
    DELETE FROM "Learner" l
    WHERE l."createdAt" < ${before} AND NOT EXISTS (
      SELECT 1 FROM "Enrolment" e JOIN "Lesson" s ON s."groupId" = e."groupId"
      WHERE e."personId" = l."personId" AND (e."state" <> 'left' OR e."changedAt" >= ${before}) AND s."endsAt" >= ${before})`;
}

/**
 * Finds people whom staff wrote down and of whom the journal has forgotten name and number: nothing else is known of them.
 * Who has a certificate stays, without a name, for as long as the certificate does.
 */
export async function findForgottenRecorded(database: Database): Promise<number[]> {
  const rows = await database.$queryRaw<{ id: bigint }[]>`
    SELECT p."id" FROM "Person" p
    WHERE NOT EXISTS (SELECT FROM "Address" a WHERE a."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "Learner" l WHERE l."personId" = p."id")
      AND NOT EXISTS (SELECT FROM "StaffRole" r WHERE r."personId" = p."id")
      AND EXISTS (SELECT FROM "Enrolment" e WHERE e."personId" = p."id")
      AND NOT EXISTS (
        SELECT FROM "Enrolment" e JOIN "Certificate" c ON c."enrolmentId" = e."id" WHERE e."personId" = p."id")`;
  return rows.map(({ id }) => Number(id));
}
