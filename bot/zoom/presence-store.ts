import type { Database, Queries } from "../database/database.ts";
import { addMovement, type Movement, type PresenceSpan } from "./presence.ts";

/**
 * Notes that a registrant came or went, for the lesson whose time it is: from half an hour before it until half an hour
 * after; a leaving belongs to the lesson it was come to, however long it lasted. False when nobody or nothing fits.
 */
export async function notePresence(database: Database, registrantId: string, movement: Movement): Promise<boolean> {
  return database.$transaction(async (tx) => {
    // The lock puts this registrant's movements in a row, whichever instances hear of them.
    const [registrant] = await tx.$queryRaw<{ enrolmentId: number }[]>`
      SELECT "enrolmentId" FROM "Registrant" WHERE "registrantId" = ${registrantId} FOR UPDATE`;
    if (registrant === undefined) return false;
    const { enrolmentId } = registrant;
    const lessonId = await findLesson(tx, enrolmentId, movement);
    if (lessonId === undefined) return false;
    const before = await tx.$queryRaw<PresenceSpan[]>`
      DELETE FROM "Presence" WHERE "lessonId" = ${lessonId} AND "enrolmentId" = ${enrolmentId}
      RETURNING "joinedAt", "leftAt"`;
    const after = JSON.stringify(addMovement(before, movement));
    await tx.$executeRaw`
      INSERT INTO "Presence" ("lessonId", "enrolmentId", "joinedAt", "leftAt")
      SELECT ${lessonId}, ${enrolmentId}, s."joinedAt", s."leftAt"
      FROM jsonb_to_recordset(${after}::jsonb) AS s("joinedAt" timestamptz, "leftAt" timestamptz)`;
    return true;
  });
}

async function findLesson(queries: Queries, enrolmentId: number, { kind, at }: Movement): Promise<number | undefined> {
  const [lesson] = await queries.$queryRaw<{ id: number }[]>`
    SELECT l."id" FROM "Lesson" l JOIN "Enrolment" e ON e."groupId" = l."groupId"
    CROSS JOIN LATERAL (SELECT ${kind} = 'left' AND EXISTS (
      SELECT 1 FROM "Presence" p WHERE p."lessonId" = l."id" AND p."enrolmentId" = e."id" AND p."joinedAt" <= ${at}
      AND (p."leftAt" IS NULL OR p."leftAt" >= ${at})) AS "isLeft") stay
    WHERE e."id" = ${enrolmentId} AND l."status" <> 'cancelled' AND l."startsAt" - interval '30 minutes' <= ${at}
      AND (${at} <= l."endsAt" + interval '30 minutes' OR stay."isLeft")
    ORDER BY stay."isLeft" DESC, (l."startsAt" <= ${at} AND ${at} < l."endsAt") DESC,
      abs(extract(epoch FROM l."startsAt" - ${at}::timestamptz)) LIMIT 1`;
  return lesson?.id;
}
