import type { Queries } from "../database/database.ts";
import { type MeetingAddress, readAddress } from "./meeting.ts";

/** A learner as Zoom is to have them. */
export interface LearnerAtZoom {
  isEnrolled: boolean;
  /** Name in the journal; null when it is not there. */
  name: string | null;
  meeting: MeetingAddress | null;
  /** Null: not registered, or not any more. */
  registrantId: string | null;
  /** Whether the group has lessons to come. */
  hasLessons: boolean;
  /** Staff typed a link: the class meets elsewhere. */
  isElsewhere: boolean;
}

/** An enrolment as Zoom is to have it; undefined when it is gone. */
export async function findLearnerAtZoom(
  queries: Queries,
  enrolmentId: number,
  now: Date,
): Promise<LearnerAtZoom | undefined> {
  const [row] = await queries.$queryRaw<
    (Omit<LearnerAtZoom, "meeting"> & { account: string | null; zoomId: bigint | null })[]
  >`
    SELECT e."state" = 'enrolled' AS "isEnrolled", coalesce(l."name", p."firstName") AS "name", m."account", m."zoomId",
      r."registrantId", (g."typedLink" IS NOT NULL OR g."placeId" IS NOT NULL) AS "isElsewhere",
      EXISTS (SELECT 1 FROM "Lesson" s WHERE s."groupId" = e."groupId" AND s."endsAt" > ${now}
        AND s."status" <> 'cancelled') AS "hasLessons"
    FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId" JOIN "Group" g ON g."id" = e."groupId"
    LEFT JOIN "Learner" l ON l."personId" = e."personId"
    LEFT JOIN "Meeting" m ON m."groupId" = e."groupId"
    LEFT JOIN "Registrant" r ON r."enrolmentId" = e."id" AND r."cancelledAt" IS NULL
    WHERE e."id" = ${enrolmentId}`;
  if (row === undefined) return undefined;
  const { account, zoomId, ...learner } = row;
  return { ...learner, meeting: readAddress({ account, zoomId }) };
}

/** Stores a learner's own way in; false when the enrolment was erased meanwhile. */
export async function saveRegistrant(
  queries: Queries,
  { enrolmentId, registrantId, joinUrl }: { enrolmentId: number; registrantId: string; joinUrl: string },
  now: Date,
): Promise<boolean> {
  const stored = await queries.$executeRaw`
    INSERT INTO "Registrant" ("enrolmentId", "registrantId", "joinUrl", "createdAt")
    SELECT "id", ${registrantId}, ${joinUrl}, ${now} FROM "Enrolment" WHERE "id" = ${enrolmentId}
    -- Waits for an erasure under way instead of failing at it.
    FOR KEY SHARE
    ON CONFLICT ("enrolmentId") DO UPDATE SET "registrantId" = EXCLUDED."registrantId", "joinUrl" = EXCLUDED."joinUrl",
      "createdAt" = EXCLUDED."createdAt", "cancelledAt" = NULL`;
  return stored > 0;
}

/** Notes that a registrant's way in is closed. */
export async function cancelRegistrant(queries: Queries, enrolmentId: number, now: Date): Promise<void> {
  await queries.registrant.updateMany({ where: { enrolmentId }, data: { cancelledAt: now } });
}

/** The meeting of a group; null when it has none. */
export async function findMeeting(queries: Queries, groupId: number): Promise<MeetingAddress | null> {
  const row = await queries.meeting.findUnique({ where: { groupId } });
  return row ? readAddress(row) : null;
}
