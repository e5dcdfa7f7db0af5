import type { Database } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";

/** What became of a learner's word that they cannot come. */
export type Absence =
  | { kind: "said"; isTeacherTold: boolean }
  /** The absence was said before. */
  | { kind: "already" }
  /** The lesson is over or cancelled, or not theirs. */
  | { kind: "none" };

/**
 * Notes that a learner cannot come to a lesson and tells its teacher, once. Their reminders of that lesson end; the way
 * in comes all the same, for whoever comes after all.
 */
export async function sayAbsent(
  database: Database,
  { lessonId, personId, now }: { lessonId: number; personId: number; now: Date },
): Promise<Absence> {
  return database.$transaction(async (tx): Promise<Absence> => {
    const [own] = await tx.$queryRaw<{ enrolmentId: number; teacherId: bigint | null; endsAt: Date }[]>`
      SELECT e."id" AS "enrolmentId", g."teacherId", l."endsAt"
      FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
      JOIN "Enrolment" e ON e."groupId" = g."id" AND e."personId" = ${BigInt(personId)} AND e."state" = 'enrolled'
      WHERE l."id" = ${lessonId} AND l."status" <> 'cancelled' AND l."endsAt" > ${now}`;
    if (own === undefined) return { kind: "none" };
    const { enrolmentId, teacherId, endsAt } = own;
    const noted = await tx.absence.createMany({ data: { lessonId, enrolmentId, saidAt: now }, skipDuplicates: true });
    if (noted.count === 0) return { kind: "already" };
    await tx.delivery.updateMany({
      where: { personId: BigInt(personId), lessonId, kind: "lesson", state: "pending" },
      data: { state: "cancelled", settledAt: now, reason: "cannot come" },
    });
    if (teacherId === null) return { kind: "said", isTeacherTold: false };
    await enqueue(tx, [
      {
        personId: Number(teacherId),
        lessonId,
        kind: "absence",
        payload: { enrolmentId },
        lane: "normal",
        dueAt: now,
        expiresAt: endsAt,
        dedupeKey: `absence:${lessonId}:${enrolmentId}`,
      },
    ]);
    return { kind: "said", isTeacherTold: true };
  });
}

/** Who cannot come, as their teacher knows them; null when they have left meanwhile. */
export async function findAbsentName(database: Database, enrolmentId: number): Promise<string | null> {
  const [found] = await database.$queryRaw<{ name: string }[]>`
    SELECT coalesce(n."name", p."firstName") AS "name" FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId"
    LEFT JOIN "Learner" n ON n."personId" = p."id" WHERE e."id" = ${enrolmentId} AND e."state" = 'enrolled'`;
  return found?.name ?? null;
}
