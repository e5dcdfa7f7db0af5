import { Prisma } from "../../../../prisma/client/client.ts";
import type { Queries } from "../../../database/database.ts";
import { queueZoom } from "../../../zoom/tasks/task-store.ts";
import type { KnownLesson, LessonRevision } from "../lesson.ts";
import { tellLessonChanges } from "../messages/news-store.ts";
import { refreshJoins } from "../messages/refresh-store.ts";
import { planLessonReminders } from "../messages/reminder-store.ts";

/** A lesson, or all of a group in order of time, held until the commit: nobody else changes them or plans by them. */
export async function findLessons(
  queries: Queries,
  which: { lessonId: number } | { groupId: number },
): Promise<KnownLesson[]> {
  const condition =
    "lessonId" in which ? Prisma.sql`l."id" = ${which.lessonId}` : Prisma.sql`l."groupId" = ${which.groupId}`;
  await queries.$executeRaw`SELECT 1 FROM "Lesson" l WHERE ${condition} ORDER BY l."id" FOR UPDATE`;
  return queries.$queryRaw<KnownLesson[]>`
    SELECT l."id" AS "lessonId", l."groupId", l."startsAt", l."endsAt", l."status"::text AS "status", g."timeZone"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId" WHERE ${condition} ORDER BY l."startsAt", l."id"`;
}

/** Revises lessons of one group; reminders follow, Zoom too, and the class is told of those that begin at another time. */
export async function reviseLessons(
  queries: Queries,
  { known, revisions }: { known: readonly KnownLesson[]; revisions: readonly LessonRevision[] },
  now: Date,
): Promise<void> {
  const [first] = known;
  if (first === undefined) return;
  const { groupId } = first;
  // A move back is none; what is restored is as moved as it was before.
  await queries.$executeRaw`
    UPDATE "Lesson" l
    SET "startsAt" = r."startsAt", "endsAt" = r."endsAt", "startsLocal" = r."startsAt" AT TIME ZONE g."timeZone",
        "status" = (CASE WHEN r."isCancelled" THEN 'cancelled' WHEN ${before} IS NULL THEN 'scheduled' ELSE 'moved' END)::"LessonStatus",
        "previousStartsAt" = ${before}, "sequence" = l."sequence" + 1, "changedAt" = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(revisions)}::jsonb) AS r(
      "lessonId" int, "startsAt" timestamptz, "endsAt" timestamptz, "isCancelled" boolean), "Group" g
    WHERE l."id" = r."lessonId" AND g."id" = l."groupId"`;
  const concerned = known.length === 1 ? { lessonId: first.lessonId } : { groupId };
  await planLessonReminders(queries, concerned, now);
  await refreshJoins(queries, concerned, now);
  const told = known.flatMap((lesson) => {
    const revision = revisions.find(({ lessonId }) => lessonId === lesson.lessonId);
    const isTold =
      revision &&
      (revision.startsAt.getTime() !== lesson.startsAt.getTime() ||
        revision.isCancelled !== (lesson.status === "cancelled"));
    return isTold ? [{ ...lesson, revision }] : [];
  });
  await tellLessonChanges(queries, groupId, told, now);
  await queueZoom(queries, [{ kind: "meeting", groupId }], now);
}

/** SQL: when the lesson l was to begin before it was moved to r; null when it was not. */
const before = Prisma.sql`
  CASE WHEN r."startsAt" = l."startsAt" THEN l."previousStartsAt" WHEN r."startsAt" = l."previousStartsAt" THEN NULL ELSE l."startsAt" END`;
