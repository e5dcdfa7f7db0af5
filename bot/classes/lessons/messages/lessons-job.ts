import type { Services } from "../../../context.ts";
import type { TimedJob } from "../../../schedule/timed-jobs.ts";
import { refreshEndedJoins } from "./refresh-store.ts";
import { planComingLessons } from "./reminder-store.ts";

/**
 * Each quarter of an hour the reminders of the lessons that begin within 52 hours are brought into the outbox, and what
 * takes the way in away from those that end before the next one.
 */
export function lessonsJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "lessons",
    at: { minute: [0, 15, 30, 45] },
    async run(slot) {
      const planned = await planComingLessons(database, slot);
      const ended = await refreshEndedJoins(database, slot);
      if (planned + ended > 0) log.info({ planned, ended }, "messages about lessons put into the outbox");
    },
  };
}
