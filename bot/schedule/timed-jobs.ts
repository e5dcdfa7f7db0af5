import { type Job, scheduleJob } from "node-schedule";
import type { Database } from "../database/database.ts";
import type { Logger } from "../log.ts";
import { takeSlot } from "./job-store.ts";

export interface TimedJob {
  name: string;
  /** Wall clock of the city; without an hour, each hour. */
  at: { hour?: number; minute: number | number[] };
  run(slot: Date): Promise<void>;
}

/**
 * Rings the timed jobs. node-schedule is only the bell: whoever inserts the slot into the database runs it, so several
 * instances never run one twice. A slot missed while the program was down is skipped; the next one does its work.
 */
export function startTimedJobs(
  jobs: TimedJob[],
  { database, timeZone, log }: { database: Database; timeZone: string; log: Logger },
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const bells: Job[] = jobs.map(({ name, at, run }) =>
    scheduleJob({ ...at, second: 0, tz: timeZone }, (slot) => {
      const ringing = ring(name, slot, run).finally(() => running.delete(ringing));
      running.add(ringing);
    }),
  );

  async function ring(name: string, slot: Date, run: (slot: Date) => Promise<void>): Promise<void> {
    try {
      if (await takeSlot(database, name, slot)) await run(slot);
    } catch (error) {
      // Nothing else would hear of it: an async job that rejects kills the process (node-schedule 2.1.1).
      log.error({ error, job: name }, "timed job failed");
    }
  }

  return {
    async stop() {
      for (const bell of bells) bell.cancel();
      await Promise.all(running);
    },
  };
}
