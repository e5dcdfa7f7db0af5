import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import { joinFrom, joinMinutes, type LessonStatus } from "./lesson.ts";

/** Whether the way into a lesson may be shown. The url is a secret of its owner: for a button to them, never for a log. */
export type JoinLink =
  /** `isShared`: staff typed it for the whole class, so it is not the learner's alone. */
  | { kind: "link"; url: string; isShared: boolean }
  | { kind: "early"; from: Date }
  | { kind: "over" }
  | { kind: "cancelled" }
  /** The class meets at a place. */
  | { kind: "on site" }
  /** Zoom has not made it yet. */
  | { kind: "missing" }
  | { kind: "not yours" };

/**
 * The link of an enrolled person into a lesson, from 15 minutes before its start until its end. One that staff typed goes
 * before Zoom's: it says where the class meets.
 */
export async function findJoinLink(
  queries: Queries,
  { personId, lessonId, now }: { personId: number; lessonId: number; now: Date },
): Promise<JoinLink> {
  const [row] = await queries.$queryRaw<
    { startsAt: Date; endsAt: Date; status: LessonStatus; url: string | null; isOnSite: boolean; isShared: boolean }[]
  >`
    SELECT l."startsAt", l."endsAt", l."status"::text AS "status", coalesce(g."typedLink", r."joinUrl") AS "url",
           g."placeId" IS NOT NULL AS "isOnSite", g."typedLink" IS NOT NULL AS "isShared"
    FROM "Lesson" l JOIN "Group" g ON g."id" = l."groupId"
    JOIN "Enrolment" e ON e."groupId" = g."id" AND e."state" = 'enrolled' AND e."personId" = ${BigInt(personId)}
    LEFT JOIN "Registrant" r ON r."enrolmentId" = e."id" AND r."cancelledAt" IS NULL
    WHERE l."id" = ${lessonId}`;
  if (row === undefined) return { kind: "not yours" };
  if (row.status === "cancelled") return { kind: "cancelled" };
  if (now >= row.endsAt) return { kind: "over" };
  if (row.isOnSite) return { kind: "on site" };
  const from = joinFrom(row.startsAt);
  if (now < from) return { kind: "early", from };
  return row.url === null ? { kind: "missing" } : { kind: "link", url: row.url, isShared: row.isShared };
}

/** More at the same time nobody can be in. */
const mostAtOnce = 3;

/** SQL: the ids of the lessons that a person may enter now, as int[]; for a statement that looks for other things. */
export const openLessons = (personId: number, now: Date): Prisma.Sql => Prisma.sql`
  ARRAY(SELECT l."id" FROM "Enrolment" e JOIN "Lesson" l ON l."groupId" = e."groupId"
        WHERE e."personId" = ${BigInt(personId)} AND e."state" = 'enrolled' AND l."status" <> 'cancelled'
          AND NOT EXISTS (SELECT FROM "Group" s WHERE s."id" = l."groupId" AND s."placeId" IS NOT NULL)
          AND l."startsAt" <= ${new Date(now.getTime() + joinMinutes * 60_000)} AND l."endsAt" > ${now}
        ORDER BY l."startsAt", l."id" LIMIT ${mostAtOnce})`;
