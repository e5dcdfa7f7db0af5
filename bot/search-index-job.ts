import type { Services } from "./context.ts";
import { refreshSearch } from "./programme/search/index/refresh-store.ts";
import type { TimedJob } from "./schedule/timed-jobs.ts";

/** After an update the search may need other documents than the last version made: some minutes for 500,000 events. */
export const searchIndexJob = ({ database, log }: Pick<Services, "database" | "log">): TimedJob => ({
  name: "search index",
  at: { minute: [4, 19, 34, 49] },
  async run() {
    if (await refreshSearch(database)) log.info("search index made anew");
  },
});
