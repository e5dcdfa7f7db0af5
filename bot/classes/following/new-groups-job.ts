import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { tellNewGroups } from "./tell-store.ts";

/** Each quarter of an hour, whoever follows a subject is told of groups that are new in it. */
export function newGroupsJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "new-groups",
    at: { minute: [9, 24, 39, 54] },
    async run(slot) {
      const told = await tellNewGroups(database, { now: slot, cityZone: city.timeZone });
      if (told > 0) log.info({ told }, "new groups told");
    },
  };
}
