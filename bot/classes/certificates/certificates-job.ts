import type { Services } from "../../context.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { issueCertificates } from "./issue-store.ts";

/** Each half hour certificates are issued for the classes that are over. */
export function certificatesJob({ database, log, city }: Pick<Services, "database" | "log" | "city">): TimedJob {
  return {
    name: "certificates",
    at: { minute: [5, 35] },
    async run(slot) {
      const issued = await issueCertificates(database, slot, city.certificateAttendance);
      if (issued > 0) log.info({ issued }, "certificates issued");
    },
  };
}
