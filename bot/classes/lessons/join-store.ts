import type { Queries } from "../../database/database.ts";
import { joinFrom, type LessonStatus } from "./lesson.ts";

/** Whether the way into a lesson may be shown. The url is a secret of its owner: for a button to them, never for a log. */
export type JoinLink =
  | { kind: "link"; url: string }
  | { kind: "early"; from: Date }
  | { kind: "over" }
  | { kind: "cancelled" }
  /** Zoom has not made it yet. */
  | { kind: "missing" }
  | { kind: "not yours" };

/** The link of an enrolled person into a lesson, from 15 minutes before its start until its end. */
export async function findJoinLink(
  queries: Queries,
  { personId, lessonId, now }: { personId: number; lessonId: number; now: Date },
): Promise<JoinLink> {
  const [row] = await queries.$queryRaw<{ startsAt: Date; endsAt: Date; status: LessonStatus; url: string | null }[]>`
    SELECT l."startsAt", l."endsAt", l."status"::text AS "status", coalesce(r."joinUrl", g."typedLink") AS "url"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."personId" = ${BigInt(personId)}
    LEFT JOIN "Registrant" r ON r."enrolmentId" = e."id" AND r."cancelledAt" IS NULL
    WHERE l."id" = ${lessonId}`;
  if (row === undefined) return { kind: "not yours" };
  if (row.status === "cancelled") return { kind: "cancelled" };
  if (now >= row.endsAt) return { kind: "over" };
  const from = joinFrom(row.startsAt);
  if (now < from) return { kind: "early", from };
  return row.url === null ? { kind: "missing" } : { kind: "link", url: row.url };
}
