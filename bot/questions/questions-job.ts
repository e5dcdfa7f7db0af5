import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { tellAnswers } from "./news-store.ts";

/** Every five minutes, whoever asked a guest and whoever voted for it hears what was answered in writing. */
export function questionsJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "questions",
    at: { minute: [4, 9, 14, 19, 24, 29, 34, 39, 44, 49, 54, 59] },
    async run(slot) {
      const told = await tellAnswers(database, { now: slot, cityZone: city.timeZone });
      if (told > 0) log.info({ told }, "written answers told");
    },
  };
}
