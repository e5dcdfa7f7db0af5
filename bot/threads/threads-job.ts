import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { nextOpening, usualOfficeHours } from "./office-hours.ts";
import { remindOfThreads } from "./remind-store.ts";

/**
 * Each quarter of an hour, in office hours, staff is reminded of threads that have waited for long: everybody who may answer,
 * and by `tellGroups` where staff reads together.
 */
export function threadsJob(
  { database, city, log }: Pick<Services, "database" | "city" | "log">,
  tellGroups: () => Promise<void>,
): TimedJob {
  return {
    name: "threads",
    at: { minute: [7, 22, 37, 52] },
    async run(slot) {
      if (nextOpening(slot, city.officeHours ?? usualOfficeHours, city.timeZone) !== null) return;
      const threads = await remindOfThreads(database, slot);
      if (threads === 0) return;
      log.info({ threads }, "staff reminded of threads that wait");
      await tellGroups();
    },
  };
}
