import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { nextOpening, usualOfficeHours } from "../threads/office-hours.ts";
import { inZone } from "../words/time/local-time.ts";
import { tellIdeas } from "./news-store.ts";
import { remindOfIdeas } from "./remind-store.ts";

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

/** Each hour, in office hours, whoever moderates is reminded once a day of ideas that wait for too long. */
export function ideaQueueJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "idea-queue",
    at: { minute: 21 },
    async run(slot) {
      if (nextOpening(slot, city.officeHours ?? usualOfficeHours, city.timeZone) !== null) return;
      const ideas = await remindOfIdeas(database, inZone(slot, city.timeZone).toISODate(), slot);
      if (ideas > 0) log.info({ ideas }, "staff reminded of ideas that wait");
    },
  };
}
