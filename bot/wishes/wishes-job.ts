import type { Services } from "../context.ts";
import type { TimedJob } from "../schedule/timed-jobs.ts";
import { matchWishes } from "./match-store.ts";
import { tellWishes } from "./tell-store.ts";

/** Each quarter of an hour, what came into the programme meets the wishes, and those who wished are told. */
export function wishesJob({ database, city, log }: Pick<Services, "database" | "city" | "log">): TimedJob {
  return {
    name: "wishes",
    at: { minute: [4, 19, 34, 49] },
    async run(slot) {
      const when = { now: slot, cityZone: city.timeZone };
      const { events, met } = await matchWishes(database, when);
      const told = await tellWishes(database, when);
      if (met + told > 0) log.info({ events, met, told }, "wishes looked through");
    },
  };
}
