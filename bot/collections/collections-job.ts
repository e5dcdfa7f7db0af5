import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { writeCollectionReminders } from "./remind-store.ts";

/** Every quarter of an hour, messages are written about the Nights and festivals that begin soon. */
export function collectionsJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "collections",
    at: { minute: [3, 18, 33, 48] },
    async run(slot) {
      const reminders = await writeCollectionReminders(database, { now: slot, cityZone: city.timeZone });
      if (reminders > 0) log.info({ reminders }, "reminders of collections planned");
    },
  };
}
