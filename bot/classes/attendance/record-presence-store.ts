import type { Database } from "../../database/database.ts";
import { wakeDispatcher } from "../../delivery/outbox-store.ts";
import { wasPresent } from "./was-present.ts";

/** Milliseconds after a lesson's end at which attendance is noted: Zoom tells the last leavings by then. */
const settling = 15 * 60_000;

/** Zoom repeats what it could not tell: for so long after its end a lesson is counted anew each time. */
const revising = 3 * 3_600_000;

/** A program that was off catches up with the lessons of so many milliseconds. */
const reach = 3 * 86_400_000;

interface Row {
  lessonId: number;
  startsAt: Date;
  endsAt: Date;
  enrolmentId: number;
  /** Milliseconds since 1970. */
  presences: { joinedAt: number; leftAt: number | null }[];
}

/**
 * Notes who took part in the lessons that ended, as Zoom counted it; what a teacher ticked stays. A lesson of which Zoom
 * told nothing at all is left to the teacher: then its webhooks are missing, not the whole class. Returns how many
 * notes are new or changed.
 */
export async function noteZoomAttendance(database: Database, now: Date): Promise<number> {
  const [until, since] = [new Date(now.getTime() - settling), new Date(now.getTime() - reach)];
  const rows = await database.$queryRaw<Row[]>`
    SELECT l."id" AS "lessonId", l."startsAt", l."endsAt", e."id" AS "enrolmentId",
           coalesce(p."spans", '[]') AS "presences"
    FROM "Lesson" l JOIN "Meeting" m ON m."groupId" = l."groupId"
    JOIN "Enrolment" e ON e."groupId" = l."groupId" AND e."state" = 'enrolled'
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('joinedAt', extract(epoch FROM p."joinedAt") * 1000,
                                          'leftAt', extract(epoch FROM p."leftAt") * 1000)) AS "spans"
      FROM "Presence" p WHERE p."lessonId" = l."id" AND p."enrolmentId" = e."id") p ON true
    WHERE l."endsAt" <= ${until} AND l."endsAt" > ${since} AND l."status" <> 'cancelled'
      AND EXISTS (SELECT 1 FROM "Presence" told WHERE told."lessonId" = l."id")
      AND (l."endsAt" > ${new Date(now.getTime() - revising)}
           OR NOT EXISTS (SELECT 1 FROM "Attendance" a WHERE a."lessonId" = l."id" AND a."source" = 'zoom'))`;
  if (rows.length === 0) return 0;
  const notes = rows.map(({ lessonId, enrolmentId, presences, ...lesson }) => ({
    lessonId,
    enrolmentId,
    isPresent: wasPresent(lesson, presences.map(toSpan), now),
  }));
  return database.$executeRaw`
    INSERT INTO "Attendance" ("lessonId", "enrolmentId", "isPresent", "source", "notedAt")
    SELECT n."lessonId", n."enrolmentId", n."isPresent", 'zoom', ${now}
    FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS n("lessonId" int, "enrolmentId" int, "isPresent" boolean)
    ON CONFLICT ("lessonId", "enrolmentId") DO UPDATE SET "isPresent" = EXCLUDED."isPresent", "notedAt" = EXCLUDED."notedAt"
    WHERE "Attendance"."source" = 'zoom' AND "Attendance"."isPresent" <> EXCLUDED."isPresent"`;
}

const toSpan = ({ joinedAt, leftAt }: Row["presences"][number]) => ({
  joinedAt: new Date(joinedAt),
  leftAt: leftAt === null ? null : new Date(leftAt),
});

/** Hours after a lesson during which its teacher is asked; later the question would come out of the blue. */
const askHours = 3;

/**
 * Asks the teachers of lessons that ended and of which nothing is noted who came: without it nobody gets a certificate.
 * Once a lesson, and only where somebody learns.
 */
export async function askForTicks(database: Database, now: Date): Promise<number> {
  const [until, since] = [new Date(now.getTime() - settling), new Date(now.getTime() - askHours * 3_600_000)];
  const asked = await database.$executeRaw`
    INSERT INTO "Delivery" ("personId", "lessonId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
    SELECT g."teacherId", l."id", 'tick', '{}', 'normal', 'tick:' || l."id", ${now}::timestamptz,
           ${now}::timestamptz + make_interval(hours => ${askHours}::int)
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
    WHERE l."endsAt" <= ${until} AND l."endsAt" > ${since} AND l."status" <> 'cancelled' AND g."teacherId" IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Enrolment" e WHERE e."groupId" = g."id" AND e."state" = 'enrolled')
      AND NOT EXISTS (SELECT 1 FROM "Attendance" a WHERE a."lessonId" = l."id")
    ON CONFLICT ("dedupeKey") DO NOTHING`;
  if (asked > 0) await wakeDispatcher(database);
  return asked;
}
