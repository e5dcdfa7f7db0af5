import type { Services } from "../../../context.ts";
import type { TimedJob } from "../../../schedule/timed-jobs.ts";
import { planLessonFeedback } from "./feedback-store.ts";
import { refreshEndedJoins } from "./refresh-store.ts";
import { planComingLessons } from "./reminder-store.ts";

/**
 * Each quarter of an hour the reminders of the lessons that begin within 52 hours are brought into the outbox, what
 * takes the way in away from those that end before the next one, and what asks how those were that have ended.
 */
export function lessonsJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "lessons",
    at: { minute: [0, 15, 30, 45] },
    async run(slot) {
      const planned = await planComingLessons(database, slot);
      const ended = await refreshEndedJoins(database, slot);
      const asked = await planLessonFeedback(database, slot);
      if (planned + ended + asked > 0)
        log.info({ planned, ended, asked }, "messages about lessons put into the outbox");
    },
  };
}
