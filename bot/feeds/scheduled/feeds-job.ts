import type { Services } from "../../context.ts";
import { duplicatesJob } from "../../programme/duplicates/duplicates-job.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { listDue } from "./run/claim-store.ts";
import { type FeedDeps, runFeed } from "./run/run-feed.ts";

/** Reads the feeds, and looks for what several of them tell of. */
export const sourceJobs = (services: Services, signal: AbortSignal): TimedJob[] => [
  feedsJob({ ...services, ways: services.feedWays ?? {}, signal }),
  duplicatesJob({ ...services, signal }),
];

/** Each five minutes, the feeds that are due are read, one after another, so that none of two on one host hurries it. */
export function feedsJob(deps: FeedDeps): TimedJob {
  let isRunning = false;
  return {
    name: "feeds",
    at: { minute: Array.from({ length: 12 }, (_, index) => index * 5 + 3) },
    async run(slot) {
      // A long reading goes on over the next bells; what is due meanwhile is read behind it.
      if (isRunning) return;
      isRunning = true;
      try {
        await runDueFeeds(deps, slot);
      } finally {
        isRunning = false;
      }
    },
  };
}

/** Reads all feeds that are due; the fault of one is not the others'. */
export async function runDueFeeds(deps: FeedDeps, now: Date): Promise<void> {
  for (const feedId of await listDue(deps.database, now)) {
    if (deps.signal.aborted) return;
    try {
      await runFeed(deps, feedId, { isDue: true });
    } catch (error) {
      deps.log.error({ error, feed: feedId }, "feed not read");
    }
  }
}
