import type { Services } from "../../../context.ts";
import type { TimedJob } from "../../../schedule/timed-jobs.ts";
import { expireOffers } from "../enrolment-store.ts";

const eachMinute = Array.from({ length: 60 }, (_, minute) => minute);

/** Each minute, places whose offers have run out go to the next in line. */
export function offersJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "offers",
    at: { minute: eachMinute },
    async run(slot) {
      const { expired, offered } = await expireOffers(database, slot);
      if (expired + offered > 0) log.info({ expired, offered }, "offers expired");
    },
  };
}
