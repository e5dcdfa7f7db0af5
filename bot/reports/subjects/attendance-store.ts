import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { bucketOf } from "../counting/bucket.sql.ts";
import { findForgotten } from "../counting/erased-store.ts";
import type { ReportSpan, Tally } from "../counting/span.ts";

export interface AttendanceCounts {
  /** By the day of the lesson: "present" and "absent". */
  attendances: Tally[];
  /** Lessons that were held. */
  lessons: number;
  certificates: number;
}

/** Counts who took part in lessons. */
export async function countAttendance(queries: Queries, span: ReportSpan): Promise<AttendanceCounts> {
  const [attendances, forgotten, [rest]] = await Promise.all([
    queries.$queryRaw<Tally[]>`
      SELECT ${bucketOf(Prisma.sql`l."startsAt"`, span)} AS "bucket",
             CASE WHEN a."isPresent" THEN 'present' ELSE 'absent' END AS "name", count(*)::int AS "count"
      FROM "Lesson" l JOIN "Attendance" a ON a."lessonId" = l."id"
      WHERE l."startsAt" >= ${span.from} AND l."startsAt" <= ${span.until} GROUP BY 1, 2`,
    findForgotten(queries, "attendance", span),
    queries.$queryRaw<{ lessons: number; certificates: number }[]>`
      SELECT (SELECT count(*) FROM "Lesson" WHERE "startsAt" >= ${span.from} AND "endsAt" <= ${span.until}
              AND "status" <> 'cancelled')::int AS "lessons",
             (SELECT count(*) FROM "Certificate" WHERE "issuedAt" >= ${span.from} AND "issuedAt" <= ${span.until})::int
               AS "certificates"`,
  ]);
  return {
    attendances: [...attendances, ...forgotten],
    lessons: rest?.lessons ?? 0,
    certificates: rest?.certificates ?? 0,
  };
}
