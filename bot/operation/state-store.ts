import type { Queries } from "../database/database.ts";

/** How it stands with what no counter tells. */
export interface OperatingState {
  /** Feeds by how their last reading ended. */
  feeds: { well: number; failing: number; paused: number };
  /** Announcements by state, those under way alone. */
  announcements: { running: number; paused: number };
  /** Searches of the last day by whether anything was found. */
  searches: { found: number; nothing: number };
  people: number;
}

const day = 86_400_000;

/** Counts; each is an index lookup or a small table, but for people, of whom PostgreSQL's own estimate is told. */
export async function measureState(queries: Queries, now: Date): Promise<OperatingState> {
  const searched = { askedAt: { gte: new Date(now.getTime() - day) } };
  const [paused, failing, feeds, running, still, nothing, searches, estimate] = await Promise.all([
    queries.feed.count({ where: { pausedAt: { not: null } } }),
    queries.feed.count({ where: { pausedAt: null, failures: { gt: 0 } } }),
    queries.feed.count(),
    queries.announcement.count({ where: { state: { in: ["preparing", "running"] } } }),
    queries.announcement.count({ where: { state: "paused" } }),
    queries.searchQuery.count({ where: { ...searched, found: 0 } }),
    queries.searchQuery.count({ where: searched }),
    queries.$queryRaw<{ count: number }[]>`
      SELECT greatest(reltuples, 0)::float8 AS "count" FROM pg_class WHERE oid = '"Person"'::regclass`,
  ]);
  return {
    feeds: { well: feeds - paused - failing, failing, paused },
    announcements: { running, paused: still },
    searches: { found: searches - nothing, nothing },
    people: estimate[0]?.count ?? 0,
  };
}
