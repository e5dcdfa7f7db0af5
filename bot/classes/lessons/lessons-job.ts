import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { planComingLessons } from "./reminder-store.ts";

/** Each quarter of an hour the reminders of the lessons that begin within 36 hours are brought into the outbox. */
export function lessonsJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "lessons",
    at: { minute: [0, 15, 30, 45] },
    async run(slot) {
      const planned = await planComingLessons(database, slot);
      if (planned > 0) log.info({ planned }, "reminders of lessons put into the outbox");
    },
  };
}
