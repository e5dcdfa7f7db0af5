import type { Queries } from "../../database/database.ts";
import type { AnnouncementState } from "../announcement.ts";
import { readPauseReason } from "../sending/pause-reason.ts";
import type { AnnouncementProgress, DoorOutcomes, Outcomes, RateMeter } from "./progress.ts";

interface Row extends Omit<Outcomes, "pending"> {
  state: AnnouncementState;
  audience: number;
  pauseReason: string | null;
  byDoor: DoorOutcomes[] | null;
}

/**
 * How far an announcement is, how fast it goes and what became of everybody, at each messenger too: a few rows, however many
 * people they are. `meter` is kept by whoever looks again and again. Null: there is no such announcement.
 */
export async function findProgress(
  queries: Queries,
  id: number,
  { now, meter }: { now: Date; meter: RateMeter },
): Promise<AnnouncementProgress | null> {
  const [row] = await queries.$queryRaw<Row[]>`
    SELECT "state"::text AS "state", greatest("audienceSize", "enqueued") AS "audience", "pauseReason",
           "sent", "blocked", "failed", "uncertain", "expired", "cancelled", (
             SELECT jsonb_agg(jsonb_build_object('door', o."door", 'sent', o."sent", 'blocked', o."blocked", 'failed', o."failed",
                                                 'uncertain', o."uncertain") ORDER BY o."door")
             FROM "AnnouncementDoor" o WHERE o."announcementId" = "Announcement"."id") AS "byDoor"
    FROM "Announcement" WHERE "id" = ${id}`;
  if (row === undefined) return null;
  const settled = row.sent + row.blocked + row.failed + row.uncertain + row.expired + row.cancelled;
  const pending = row.audience - settled;
  const isGoing = row.state === "running" || row.state === "preparing";
  const perSecond = meter.note(id, now, settled);
  if (row.state === "done" || row.state === "cancelled") meter.forget(id);
  return {
    ...row,
    byDoor: row.byDoor ?? [],
    pending,
    perSecond,
    secondsLeft: isGoing && perSecond ? Math.ceil(pending / perSecond) : null,
    pauseReason: readPauseReason(row.pauseReason),
  };
}
