import type { Database, Queries } from "../database/database.ts";
import { type MeetingAddress, type PlannedLesson, readAddress } from "./meeting.ts";
import { hurryRegistrants, queueZoom } from "./tasks/task-store.ts";

/** What a group's meeting is made of. */
export interface GroupAtZoom {
  groupId: number;
  title: string;
  timeZone: string;
  createdAt: Date;
  /** Staff typed a link: the class meets elsewhere. */
  isElsewhere: boolean;
  /** Null: there is none yet. */
  meeting: MeetingAddress | null;
  /** To come or under way, without cancelled ones, in order. */
  lessons: PlannedLesson[];
  /** Whether there are cancelled ones to come. */
  hasCancelled: boolean;
}

/** A group as Zoom is to have it; undefined when it is gone. */
export async function findGroupAtZoom(queries: Queries, groupId: number, now: Date): Promise<GroupAtZoom | undefined> {
  const [group] = await queries.$queryRaw<
    (Pick<GroupAtZoom, "timeZone" | "createdAt" | "isElsewhere"> & {
      title: string | null;
      account: string | null;
      zoomId: bigint | null;
    })[]
  >`
    SELECT g."timeZone", g."createdAt", (g."typedLink" IS NOT NULL OR g."placeId" IS NOT NULL) AS "isElsewhere", m."account", m."zoomId",
      (SELECT t."title" FROM "CourseText" t WHERE t."courseId" = g."courseId"
       ORDER BY t."language"::text = split_part(g."heldIn", '-', 1) DESC, t."language" LIMIT 1) AS "title"
    FROM "Group" g LEFT JOIN "Meeting" m ON m."groupId" = g."id" WHERE g."id" = ${groupId}`;
  if (group === undefined) return undefined;
  const lessons = await queries.lesson.findMany({
    where: { groupId, endsAt: { gt: now } },
    select: { id: true, startsAt: true, endsAt: true, zoomOccurrenceId: true, status: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const { title, timeZone, createdAt, isElsewhere } = group;
  return {
    groupId,
    title: title ?? "",
    timeZone,
    createdAt,
    isElsewhere,
    meeting: readAddress(group),
    lessons: lessons
      .filter(({ status }) => status !== "cancelled")
      .map(({ id, startsAt, endsAt, zoomOccurrenceId }) => ({
        lessonId: id,
        startsAt,
        endsAt,
        occurrenceId: zoomOccurrenceId,
      })),
    hasCancelled: lessons.some(({ status }) => status === "cancelled"),
  };
}

/** How many meetings each account has. */
export async function countMeetings(queries: Queries): Promise<Map<string, number>> {
  const rows = await queries.$queryRaw<{ account: string; count: number }[]>`
    SELECT "account", count(*)::int AS "count" FROM "Meeting" GROUP BY "account"`;
  return new Map(rows.map(({ account, count }) => [account, count]));
}

/** Stores a group's new meeting; the learners who wait for it are registered at once. */
export async function saveMeeting(
  database: Database,
  { groupId, account, zoomId }: MeetingAddress & { groupId: number },
  now: Date,
): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.meeting.createMany({ data: { groupId, account, zoomId: BigInt(zoomId), createdAt: now } });
    await queueUnregistered(tx, groupId, now);
    await hurryRegistrants(tx, groupId, now);
  });
}

/** Has everybody registered who is in the group and has no link. */
export async function queueUnregistered(queries: Queries, groupId: number, now: Date): Promise<void> {
  const enrolled = await queries.$queryRaw<{ id: number }[]>`
    SELECT e."id" FROM "Enrolment" e LEFT JOIN "Registrant" r ON r."enrolmentId" = e."id"
    WHERE e."groupId" = ${groupId} AND e."state" = 'enrolled' AND r."enrolmentId" IS NULL`;
  const requests = enrolled.map(({ id }) => ({ kind: "register" as const, groupId, enrolmentId: id }));
  await queueZoom(queries, requests, now);
}

/** Notes that a meeting is gone, with all that belonged to it. */
export async function forgetMeeting(database: Database, groupId: number): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.meeting.deleteMany({ where: { groupId } });
    await tx.lesson.updateMany({ where: { groupId }, data: { zoomOccurrenceId: null } });
    await tx.registrant.deleteMany({ where: { enrolment: { groupId } } });
  });
}

/** Stores which date of the meeting is which lesson's. */
export async function saveOccurrences(
  queries: Queries,
  occurrences: readonly { lessonId: number; occurrenceId: string | null }[],
): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Lesson" l SET "zoomOccurrenceId" = r."occurrenceId"
    FROM jsonb_to_recordset(${JSON.stringify(occurrences)}::jsonb) AS r("lessonId" int, "occurrenceId" text)
    WHERE l."id" = r."lessonId" AND l."zoomOccurrenceId" IS DISTINCT FROM r."occurrenceId"`;
}
