import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { tellResults } from "./result-store.ts";

/** Every five minutes, whoever voted hears how the votes that have ended came out. */
export function votesJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "votes",
    at: { minute: [2, 7, 12, 17, 22, 27, 32, 37, 42, 47, 52, 57] },
    async run(slot) {
      const told = await tellResults(database, { now: slot, cityZone: city.timeZone });
      if (told > 0) log.info({ told }, "results of votes told");
    },
  };
}
