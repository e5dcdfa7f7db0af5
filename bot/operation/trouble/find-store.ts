import type { Queries } from "../../database/database.ts";
import type { OperatingTrouble } from "./trouble.ts";

/** Ended runs of a job that have failed one after the other when it counts as broken. */
const failuresInRow = 2;

/** Milliseconds that a message may be late before its queue counts as standing still; those in bulk take their time. */
const standsAfter = 15 * 60_000;

/** Finds what does not work at a moment. */
export async function findTroubles(queries: Queries, now: Date): Promise<OperatingTrouble[]> {
  const [jobs, late, feeds, announcements] = await Promise.all([
    queries.$queryRaw<{ job: string }[]>`
      SELECT "job" FROM (
        SELECT "job", "outcome", row_number() OVER (PARTITION BY "job" ORDER BY "slot" DESC) AS "place"
        FROM "JobRun" WHERE "outcome" IS NOT NULL) r
      WHERE "place" <= ${failuresInRow} GROUP BY 1
      HAVING count(*) FILTER (WHERE "outcome" = 'failed') = ${failuresInRow} ORDER BY 1`,
    queries.delivery.findFirst({
      where: {
        ...{ state: "pending", lane: { in: ["urgent", "normal"] }, expiresAt: { gt: now } },
        dueAt: { lt: new Date(now.getTime() - standsAfter) },
      },
      select: { id: true },
      orderBy: { dueAt: "asc" },
    }),
    queries.feed.findMany({
      where: { toldAt: { not: null }, pausedAt: null, failures: { gt: 0 } },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
    queries.announcement.findMany({
      where: { state: "paused", pauseReason: { not: null } },
      select: { id: true },
      orderBy: { id: "asc" },
    }),
  ]);
  return [
    ...jobs.map(({ job }) => ({ kind: "job" as const, job })),
    ...(late === null ? [] : [{ kind: "queue" as const }]),
    ...feeds.map(({ id }) => ({ kind: "feed" as const, feedId: id })),
    ...announcements.map(({ id }) => ({ kind: "announcement" as const, announcementId: id })),
  ];
}
