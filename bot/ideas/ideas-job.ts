import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { tellIdeas } from "./news-store.ts";

/** Every five minutes, whoever stands behind an idea hears what has become of it. */
export function ideasJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "ideas",
    at: { minute: [3, 8, 13, 18, 23, 28, 33, 38, 43, 48, 53, 58] },
    async run(slot) {
      const told = await tellIdeas(database, { now: slot, cityZone: city.timeZone });
      if (told > 0) log.info({ told }, "news of ideas told");
    },
  };
}
