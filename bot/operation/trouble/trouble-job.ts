import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { findTroubles } from "./find-store.ts";
import { tellTroubles } from "./tell-store.ts";

/** Each five minutes, staff hears of what has ceased to work and of what works again; the log has a line for each change. */
export function troubleJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "trouble",
    at: { minute: Array.from({ length: 12 }, (_, index) => index * 5 + 1) },
    async run(slot) {
      const troubles = await findTroubles(database, slot);
      const { begun, over } = await tellTroubles(database, troubles, { now: slot, cityZone: city.timeZone });
      for (const trouble of begun) log.warn({ trouble }, "trouble begins");
      for (const trouble of over) log.info({ trouble }, "trouble is over");
    },
  };
}
