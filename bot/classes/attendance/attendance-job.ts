import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { askForTicks, noteZoomAttendance } from "./record-presence-store.ts";

/** Each quarter of an hour the attendance of lessons that ended is noted, and teachers are asked where Zoom tells nothing. */
export function attendanceJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "attendance",
    at: { minute: [2, 17, 32, 47] },
    async run(slot) {
      const noted = await noteZoomAttendance(database, slot);
      const asked = await askForTicks(database, slot);
      if (noted + asked > 0) log.info({ noted, asked }, "attendance noted");
    },
  };
}
