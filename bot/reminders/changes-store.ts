import { Prisma } from "../../prisma/client/client.ts";
import type { Queries } from "../database/database.ts";
import { wakeDispatcher } from "../delivery/outbox-store.ts";
import { isQuiet } from "../people/quiet-hours.ts";
import type { OccurrenceStatus } from "../programme/event.ts";
import type { ChangeKind } from "../programme/reconcile-occurrences.ts";
import type { DateBefore } from "./changed.ts";
import { owners, replan, type SharedSituation, sharesOf, type Which } from "./planning-store.ts";

/** A date as it was before somebody changed it. */
export interface RevisedDate {
  occurrenceId: number;
  /** Undefined where people need not hear of it: an end that became known. */
  change: ChangeKind | undefined;
  before: { startsAt: Date; endsAt: Date; hasStartTime: boolean; placeId: number | null; status: OccurrenceStatus };
}

/**
 * How long nothing is said after a change, in milliseconds: staff who change a date often change it again at once, and
 * only the outcome is told.
 */
export const calm = 30_000;

/** News is kept at least so long for a phone that is off. */
export const shortestNews = 3_600_000;

/**
 * Lets reminders follow dates that were changed in this transaction, and tells their owners: a cancellation at once,
 * anything else after half a minute of calm. What was not told yet is told together, from how it was at first. `isLeaving`:
 * the event leaves the programme as well, which silences everything else about it.
 */
export async function followChanges(
  queries: Queries,
  revised: readonly RevisedDate[],
  now: Date,
  isLeaving = false,
): Promise<void> {
  if (revised.length === 0) return;
  const which = { occurrenceIds: revised.map(({ occurrenceId }) => occurrenceId) };
  const situations = await replan(queries, which, now);
  const news = situations.flatMap((situation) => newsFor(situation, revised, { now, isLeaving }));
  if (news.length === 0) return;
  await joinNews(queries, JSON.stringify(news));
  for (const share of sharesOf(which, situations)) await tell(queries, share, JSON.stringify(news));
  await wakeDispatcher(queries);
}

interface News {
  key: string;
  occurrenceId: number;
  payload: DateBefore;
  lane: "urgent" | "normal";
  dueAt: Date;
  expiresAt: Date;
  silent: boolean;
}

function newsFor(
  situation: SharedSituation,
  revised: readonly RevisedDate[],
  { now, isLeaving }: { now: Date; isLeaving: boolean },
): News[] {
  const { key, occurrenceId, quiet, zone } = situation;
  const { change, before } = revised.find((date) => date.occurrenceId === occurrenceId) ?? {};
  if (before === undefined || change === undefined) return [];
  const isCancelled = change === "cancelled";
  const dueAt = isCancelled ? now : new Date(now.getTime() + calm);
  const end = Math.max(before.endsAt.getTime(), situation.endsAt.getTime(), dueAt.getTime() + shortestNews);
  const { startsAt, hasStartTime, placeId, status } = before;
  return [
    {
      key,
      occurrenceId,
      payload: { startsAt: startsAt.toISOString(), hasStartTime, placeId, status, ...(isLeaving && { isLeaving }) },
      lane: isCancelled ? "urgent" : "normal",
      dueAt,
      expiresAt: new Date(end),
      silent: isQuiet(dueAt, quiet, zone),
    },
  ];
}

/**
 * Joins the news to news of the same date that a person still waits for; the row keeps how the date was before the
 * first change.
 */
async function joinNews(queries: Queries, rows: string): Promise<void> {
  await queries.$executeRaw`
    UPDATE "Delivery" d
    SET "lane" = n."lane", "dueAt" = n."dueAt", "expiresAt" = greatest(d."expiresAt", n."expiresAt"),
        "payload" = d."payload" || jsonb_strip_nulls(jsonb_build_object('isLeaving', n."payload" -> 'isLeaving'))
    FROM (SELECT DISTINCT ON (r."occurrenceId") r.* FROM ${recordset(rows)} ORDER BY r."occurrenceId") n
    WHERE d."occurrenceId" = n."occurrenceId" AND d."kind" = 'change' AND d."state" = 'pending'`;
}

async function tell(queries: Queries, which: Which & { occurrenceIds: number[] }, rows: string): Promise<void> {
  // NOT IN, because it is looked up in a hash: PostgreSQL expects few rows here, and joined 10,000 by 10,000 in a loop.
  await queries.$executeRaw`
    INSERT INTO "Delivery"
      ("personId", "occurrenceId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt", "silent")
    SELECT owner."personId", owner."occurrenceId", 'change', r."payload", r."lane",
           concat_ws(':', 'change', owner."personId", owner."occurrenceId", owner."sequence"), r."dueAt", r."expiresAt", r."silent"
    FROM (${owners(which)}) owner JOIN ${recordset(rows)} USING ("key")
    WHERE (owner."personId", owner."occurrenceId") NOT IN (
      SELECT "personId", "occurrenceId" FROM "Delivery"
      WHERE "occurrenceId" = ANY (${which.occurrenceIds}) AND "kind" = 'change' AND "state" = 'pending')
    ON CONFLICT ("dedupeKey") DO NOTHING`;
}

const recordset = (rows: string) => Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS r(
  "key" text, "occurrenceId" int, "payload" jsonb, "lane" "Lane", "dueAt" timestamptz, "expiresAt" timestamptz,
  "silent" boolean)`;
