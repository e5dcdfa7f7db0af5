import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { nextOpening, usualOfficeHours } from "../../threads/office-hours.ts";
import { remindOfComments } from "./remind-store.ts";

/** Each hour, in office hours, whoever moderates is reminded of comments that have waited for a day. */
export function commentsJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "comments",
    at: { minute: 11 },
    async run(slot) {
      if (nextOpening(slot, city.officeHours ?? usualOfficeHours, city.timeZone) !== null) return;
      const comments = await remindOfComments(database, slot);
      if (comments > 0) log.info({ comments }, "staff reminded of comments that wait");
    },
  };
}
