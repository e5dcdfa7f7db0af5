import type { Queries } from "../database/database.ts";
import type { AnnouncementState } from "./announcement.ts";
import { readPauseReason } from "./pause-reason.ts";
import type { AnnouncementProgress, Outcomes, RateMeter } from "./progress.ts";

interface Row extends Omit<Outcomes, "pending"> {
  state: AnnouncementState;
  audience: number;
  pauseReason: string | null;
}

const findRow = async (queries: Queries, id: number): Promise<Row | undefined> =>
  (
    await queries.$queryRaw<Row[]>`
      SELECT "state"::text AS "state", greatest("audienceSize", "enqueued") AS "audience", "pauseReason",
             "sent", "blocked", "failed", "uncertain", "expired", "cancelled"
      FROM "Announcement" WHERE "id" = ${id}`
  )[0];

const settledOf = ({ sent, blocked, failed, uncertain, expired, cancelled }: Omit<Outcomes, "pending">) =>
  sent + blocked + failed + uncertain + expired + cancelled;

/** What became of everybody; one row, however many they are. Null: there is no such announcement. */
export async function countOutcomes(queries: Queries, id: number): Promise<Outcomes | null> {
  const row = await findRow(queries, id);
  if (row === undefined) return null;
  const { sent, blocked, failed, uncertain, expired, cancelled, audience } = row;
  return { sent, blocked, failed, uncertain, expired, cancelled, pending: audience - settledOf(row) };
}

/** How far an announcement is and how fast it goes; `meter` is kept by whoever looks again and again. */
export async function findProgress(
  queries: Queries,
  id: number,
  { now, meter }: { now: Date; meter: RateMeter },
): Promise<AnnouncementProgress | null> {
  const row = await findRow(queries, id);
  if (row === undefined) return null;
  const settled = settledOf(row);
  const pending = row.audience - settled;
  const isGoing = row.state === "running" || row.state === "preparing";
  const perSecond = meter.note(id, now, settled);
  if (row.state === "done" || row.state === "cancelled") meter.forget(id);
  return {
    ...row,
    pending,
    perSecond,
    secondsLeft: isGoing && perSecond ? Math.ceil(pending / perSecond) : null,
    pauseReason: readPauseReason(row.pauseReason),
  };
}
