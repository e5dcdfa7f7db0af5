import { Prisma } from "../../../prisma/client/client.ts";
import type { Queries } from "../../database/database.ts";
import type { ClaimedTask, ZoomRequest } from "./task.ts";

/** The channel of LISTEN/NOTIFY that wakes the worker, on every instance. */
export const zoomChannel = "zoom";

/** Milliseconds that a claim holds: longer than any single call to Zoom takes; a worker that goes on renews it. */
const claimTime = 120_000;

/**
 * Stores what Zoom is to be asked for, in the transaction of the fact that causes it. A task says what to bring in line
 * and not what to call, so one pending task a group and one an enrolment are enough, in any order. One that is under
 * way may have looked at the facts already: it is marked (`dueAt` moved before `claimedUntil`) and runs once more.
 */
export async function queueZoom(queries: Queries, requests: readonly ZoomRequest[], now: Date): Promise<void> {
  if (requests.length === 0) return;
  const keyed = new Map(requests.map((request) => [keyOf(request), request]));
  const rows = [...keyed].map(([dedupeKey, request]) => ({ dedupeKey, ...request }));
  // In the order of their keys, so that two transactions cannot wait for each other.
  await queries.$executeRaw`
    INSERT INTO "ZoomTask" AS t ("kind", "groupId", "enrolmentId", "dedupeKey", "dueAt", "createdAt")
    SELECT r."kind"::"ZoomTaskKind", r."groupId", r."enrolmentId", r."dedupeKey", ${now}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("kind" text, "groupId" int, "enrolmentId" int, "dedupeKey" text)
    ORDER BY r."dedupeKey"
    ON CONFLICT ("dedupeKey") WHERE "state" = 'pending' DO UPDATE SET "kind" = EXCLUDED."kind",
      "dueAt" = CASE WHEN t."claimedUntil" IS NULL THEN t."dueAt" ELSE EXCLUDED."dueAt" END`;
  await wake(queries);
}

const keyOf = (request: ZoomRequest): string =>
  request.kind === "meeting" ? `meeting:${request.groupId}` : `registrant:${request.enrolmentId}`;

/**
 * Asks Zoom to forget a person's registrants, known ones and those that a lost answer may have told of, before their
 * enrolments are erased: such a task outlives the enrolment. Their own tasks go with the enrolments.
 */
export const forgetRegistrants = (queries: Queries, personId: number, now: Date): Promise<void> =>
  forgetRegistrantsOf(queries, Prisma.sql`e."personId" = ${BigInt(personId)}`, now);

/** Asks Zoom to forget the registrants of enrolments "Enrolment" e that are about to be deleted. */
export async function forgetRegistrantsOf(queries: Queries, enrolments: Prisma.Sql, now: Date): Promise<void> {
  await queries.$executeRaw`
    INSERT INTO "ZoomTask" ("kind", "groupId", "dedupeKey", "dueAt", "createdAt")
    SELECT 'forget', e."groupId", 'forget:' || e."id" || ':' || coalesce(r."registrantId", ''), ${now}, ${now}
    FROM "Enrolment" e LEFT JOIN "Registrant" r ON r."enrolmentId" = e."id"
    WHERE ${enrolments} AND (r."enrolmentId" IS NOT NULL AND r."cancelledAt" IS NULL
      OR EXISTS (SELECT 1 FROM "ZoomTask" t WHERE t."enrolmentId" = e."id" AND t."state" = 'pending' AND t."attempts" > 0))
    ON CONFLICT ("dedupeKey") WHERE "state" = 'pending' DO NOTHING`;
  await wake(queries);
}

/** Claims the task that has been due for longest; undefined when none is. */
export async function claimTask(queries: Queries, now: Date): Promise<ClaimedTask | undefined> {
  const until = new Date(now.getTime() + claimTime);
  const [task] = await queries.$queryRaw<ClaimedTask[]>`
    UPDATE "ZoomTask" SET "claimedUntil" = ${until}, "dueAt" = ${until}, "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "ZoomTask" WHERE "state" = 'pending' AND "dueAt" <= ${now}
      AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now})
      ORDER BY "dueAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "kind", "groupId", "enrolmentId", "dedupeKey", "attempts", "createdAt", "claimedUntil"`;
  return task;
}

/** Holds a task for longer; false when another worker has it. */
export async function renewTask(queries: Queries, task: ClaimedTask, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + claimTime);
  const renewed = await queries.$executeRaw`
    UPDATE "ZoomTask" SET "claimedUntil" = ${until},
      "dueAt" = CASE WHEN "dueAt" = "claimedUntil" THEN ${until} ELSE "dueAt" END
    WHERE "id" = ${task.id} AND "state" = 'pending' AND "claimedUntil" = ${task.claimedUntil}`;
  if (renewed === 0) return false;
  task.claimedUntil = until;
  return true;
}

/** Settles a task as done; one that was asked for again meanwhile is due again. */
export async function settleTask(queries: Queries, task: ClaimedTask, note: string | null, now: Date): Promise<void> {
  await queries.$executeRaw`
    UPDATE "ZoomTask" SET "claimedUntil" = NULL, "reason" = ${note}, "attempts" = 0,
      "state" = CASE WHEN "dueAt" = "claimedUntil" THEN 'done'::"ZoomTaskState" ELSE 'pending' END,
      "settledAt" = CASE WHEN "dueAt" = "claimedUntil" THEN ${now}::timestamptz END
    WHERE "id" = ${task.id} AND "state" = 'pending' AND "claimedUntil" = ${task.claimedUntil}`;
}

/** Puts a task off until `dueAt`, unless it was asked for again meanwhile. Waiting is no attempt, a failure is. */
export async function postponeTask(
  queries: Queries,
  task: ClaimedTask,
  { dueAt, reason, isFailure }: { dueAt: Date; reason: string; isFailure: boolean },
): Promise<void> {
  await queries.$executeRaw`
    UPDATE "ZoomTask" SET "claimedUntil" = NULL, "reason" = ${reason},
      "dueAt" = CASE WHEN "dueAt" = "claimedUntil" THEN ${dueAt} ELSE "dueAt" END,
      "attempts" = "attempts" - CASE WHEN ${isFailure} THEN 0 ELSE 1 END
    WHERE "id" = ${task.id} AND "state" = 'pending' AND "claimedUntil" = ${task.claimedUntil}`;
}

/**
 * Puts off everything that waits for an account, so that a restart does not ask again too early; `editsOnly` leaves out
 * registrants, whom Zoom counts apart.
 */
export async function postponeAccount(
  queries: Queries,
  account: string,
  until: Date,
  editsOnly: boolean,
): Promise<void> {
  await queries.$executeRaw`
    UPDATE "ZoomTask" t SET "dueAt" = ${until} FROM "Meeting" m
    WHERE m."groupId" = t."groupId" AND m."account" = ${account} AND t."state" = 'pending' AND t."dueAt" < ${until}
    AND t."claimedUntil" IS NULL AND (t."kind" = 'meeting' OR NOT ${editsOnly})`;
}

/** Makes the registrants of a group that wait for its meeting due at once. */
export async function hurryRegistrants(queries: Queries, groupId: number, now: Date): Promise<void> {
  await queries.zoomTask.updateMany({
    where: { groupId, state: "pending", kind: { in: ["register", "cancel"] }, claimedUntil: null, dueAt: { gt: now } },
    data: { dueAt: now },
  });
  await wake(queries);
}

/** When the task for a group's meeting is due, or its claim runs out; undefined when there is none. */
export async function findMeetingDue(queries: Queries, groupId: number): Promise<Date | undefined> {
  const row = await queries.zoomTask.findFirst({
    where: { state: "pending", dedupeKey: keyOf({ kind: "meeting", groupId }) },
    select: { dueAt: true },
  });
  return row?.dueAt;
}

/** When the next task can be claimed; undefined when none waits. */
export async function findNextTask(queries: Queries): Promise<Date | undefined> {
  const [row] = await queries.$queryRaw<{ at: Date | null }[]>`
    SELECT min(greatest("dueAt", "claimedUntil")) AS "at" FROM "ZoomTask" WHERE "state" = 'pending'`;
  return row?.at ?? undefined;
}

/** Deletes tasks settled before `before`; returns how many. */
export async function forgetTasks(queries: Queries, before: Date): Promise<number> {
  const { count } = await queries.zoomTask.deleteMany({
    where: { state: { not: "pending" }, settledAt: { lt: before } },
  });
  return count;
}

async function wake(queries: Queries): Promise<void> {
  await queries.$executeRaw`SELECT pg_notify(${zoomChannel}, '')`;
}
