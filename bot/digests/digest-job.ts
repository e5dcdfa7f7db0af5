import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { fanOutDigests } from "./fan-out-store.ts";

/** Rings each quarter of an hour: full hours of some zones are at half or a quarter past here. */
export function digestJob({ database, city, log }: Services): TimedJob {
  return {
    name: "digests",
    at: { minute: [0, 15, 30, 45] },
    async run(slot) {
      const { enqueued, skipped } = await fanOutDigests(database, { now: slot, cityZone: city.timeZone });
      if (enqueued + skipped > 0) log.info({ enqueued, skipped }, "digests put into the outbox");
    },
  };
}
