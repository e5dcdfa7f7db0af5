import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { findComingIds } from "./candidate-store.ts";
import { settleAll } from "./settle-store.ts";

/** Each night, all that is to come is looked through for duplicates: what staff wrote by hand, and what an import left. */
export function duplicatesJob({
  database,
  log,
  signal,
}: Pick<Services, "database" | "log"> & { signal: AbortSignal }): TimedJob {
  return {
    name: "duplicates",
    at: { hour: 3, minute: 40 },
    async run(slot) {
      const settled = await settleAll(database, await findComingIds(database, slot), slot, signal);
      log.info({ ...settled }, "duplicates looked for");
    },
  };
}
