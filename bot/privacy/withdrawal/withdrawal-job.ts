import type { Services } from "../../context.ts";
import { closeParticipation } from "../../reports/participation/closing-store.ts";
import type { TimedJob } from "../../schedule/timed-jobs.ts";
import { anonymiseClasses, withdrawOverdueConsents } from "./anonymise-store.ts";
import { forgetSilent } from "./silence-store.ts";

const day = 86_400_000;

/** Days after the last lesson of a group in which it is known who learned in it; certificates are issued meanwhile. */
const classesKept = 30;

/** Days of silence after which somebody's name and accounts are forgotten. */
const silence = 365;

/** Before dawn, behind housekeeping, what somebody no longer has to be known for is taken back by itself; the log counts it. */
export function withdrawalJob({ database, log }: Pick<Services, "database" | "log">): TimedJob {
  return {
    name: "withdrawal",
    at: { hour: 4, minute: 45 },
    async run(slot) {
      const before = (days: number) => new Date(slot.getTime() - days * day);
      // Before anything is deleted of what it is counted from: housekeeping may have failed for days.
      await closeParticipation(database, slot);
      const anonymised = await anonymiseClasses(database, before(classesKept), slot);
      const consents = await withdrawOverdueConsents(database, before(classesKept), slot);
      const silent = await forgetSilent(database, before(silence), slot);
      log.info({ ...anonymised, consents, silent }, "withdrawal done");
    },
  };
}
