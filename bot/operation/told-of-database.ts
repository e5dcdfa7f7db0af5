import type { ReplicaOptions } from "../database/database.ts";
import type { ReplicaState } from "../database/replica/watch.ts";
import type { Logger } from "../log.ts";
import type { Metrics } from "../metrics.ts";

const unused: Readonly<Record<Exclude<ReplicaState, "used">, string>> = {
  late: "it is further behind than lists may be",
  away: "it does not answer",
  other: "DATABASE_READ_URL leads to no standby of the server at DATABASE_URL",
};

/**
 * What is told of the database: that one is made; of its read replica each statement of a list to Prometheus, and each change of
 * state to the log, once.
 */
export const toldOfDatabase = (
  metrics: Metrics,
  log: Logger,
): { onMade: (folder: string) => void; replica: Omit<ReplicaOptions, "url"> } => ({
  onMade: (folder) => log.info({ folder }, "making the database"),
  replica: {
    onRead: (from) => metrics.listRead(from),
    onState(state) {
      metrics.replica(state);
      if (state === "used") log.info("lists and searches are read at the replica");
      else log.warn({ state, why: unused[state] }, "the replica is not read, the primary answers all");
    },
  },
});
