import type { Prisma } from "../../../prisma/client/client.ts";
import type { Database } from "../../database/database.ts";
import { type Acted, type Actor, actAs } from "../../staff/act-store.ts";
import { teacherOfLesson } from "../teaching/recipients-store.ts";

/** Whether there is anything to tick: what has not begun, or is cancelled, cannot have been visited. */
export type Ticking = { kind: "ticked"; changed: number } | { kind: "not yet" };

/** Notes for one learner whether they came, as the teacher says; the same tick twice is one. */
export function tick(
  database: Database,
  actor: Actor,
  { lessonId, enrolmentId, isPresent }: { lessonId: number; enrolmentId: number; isPresent: boolean },
): Promise<Acted<Ticking>> {
  return write(database, actor, lessonId, isPresent, enrolmentId);
}

/** Notes that everybody came. */
export const tickAll = (database: Database, actor: Actor, lessonId: number): Promise<Acted<Ticking>> =>
  write(database, actor, lessonId, true, null);

function write(
  database: Database,
  actor: Actor,
  lessonId: number,
  isPresent: boolean,
  enrolmentId: number | null,
): Promise<Acted<Ticking>> {
  const target = { action: "classes.teach" as const, target: teacherOfLesson(lessonId) };
  return actAs(database, actor, target, async (tx, audit): Promise<Ticking> => {
    if (!(await hasBegun(tx, lessonId, actor.now))) return { kind: "not yet" };
    const changed = await tx.$executeRaw`
      INSERT INTO "Attendance" ("lessonId", "enrolmentId", "isPresent", "source", "notedAt")
      SELECT l."id", e."id", ${isPresent}, 'teacher', ${actor.now}
      FROM "Lesson" l JOIN "Enrolment" e ON e."groupId" = l."groupId" AND e."state" = 'enrolled'
      WHERE l."id" = ${lessonId} AND (${enrolmentId}::int IS NULL OR e."id" = ${enrolmentId}::int)
      ON CONFLICT ("lessonId", "enrolmentId")
      DO UPDATE SET "isPresent" = EXCLUDED."isPresent", "source" = 'teacher', "notedAt" = EXCLUDED."notedAt"
      WHERE "Attendance"."isPresent" <> EXCLUDED."isPresent" OR "Attendance"."source" <> 'teacher'`;
    const after = enrolmentId === null ? { present: changed } : { enrolmentId, isPresent };
    if (changed > 0) await audit({ subject: `lesson:${lessonId}`, verb: "edit", after });
    return { kind: "ticked", changed };
  });
}

async function hasBegun(tx: Prisma.TransactionClient, lessonId: number, now: Date): Promise<boolean> {
  const where = { id: lessonId, startsAt: { lte: now }, status: { not: "cancelled" } } as const;
  return (await tx.lesson.findUnique({ where, select: { id: true } })) !== null;
}
