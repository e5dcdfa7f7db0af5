import { setTimeout as sleep } from "node:timers/promises";
import { type Job, scheduleJob } from "node-schedule";
import type { Database } from "../database/database.ts";
import { isUnreachable } from "../database/unreachable.ts";
import { Interruption } from "../interruption.ts";
import { type Logger, reasonOf } from "../log.ts";
import { doubling } from "../net/backoff.ts";
import { type JobOutcome, settleSlot, takeSlot } from "./job-store.ts";

export interface TimedJob {
  name: string;
  /** Wall clock of the city; without an hour, each hour. */
  at: { hour?: number; minute: number | number[] };
  run(slot: Date): Promise<void>;
}

interface Ringing {
  database: Database;
  log: Logger;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  /** Told how a run ended that was this program's. */
  onRun?: (job: string, outcome: JobOutcome, slot: Date) => void;
  /** Milliseconds before the nth repeat while the database is away. Default: 1 s doubling to 15 s. */
  pause?: (failures: number) => number;
}

/** Milliseconds for which a job is tried again while the database is away; the next slots come each quarter of an hour. */
const patience = 600_000;

const usualPause = doubling(1_000, 15_000);

/**
 * Rings the timed jobs. node-schedule is only the bell: whoever inserts the slot into the database runs it, so several
 * instances never run one twice. A slot missed while the program was down is skipped; the next one does its work.
 */
export function startTimedJobs(
  jobs: TimedJob[],
  { timeZone, ...deps }: { timeZone: string } & Omit<Ringing, "signal">,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const bells: Job[] = jobs.map((job) =>
    scheduleJob({ ...job.at, second: 0, tz: timeZone }, (slot) => {
      const ringing = ring(job, slot, { ...deps, signal: stopping.signal }).finally(() => running.delete(ringing));
      running.add(ringing);
    }),
  );
  return {
    async stop() {
      for (const bell of bells) bell.cancel();
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/**
 * Runs a job for its slot, unless somebody else does, and again while the database is away: the next slot of some is
 * tomorrow's. Never rejects, because an async job that does kills the process (node-schedule 2.1.1).
 */
export async function ring(
  { name, run }: Pick<TimedJob, "name" | "run">,
  slot: Date,
  { database, log, signal, onRun, pause = usualPause }: Ringing,
): Promise<void> {
  const until = performance.now() + patience;
  let isOurs = false;
  const end = async (outcome: JobOutcome): Promise<void> => {
    onRun?.(name, outcome, slot);
    await settleSlot(database, { job: name, slot, outcome }).catch((error: unknown) =>
      log.warn({ reason: reasonOf(error), job: name, outcome }, "outcome of a timed job not noted"),
    );
  };
  const interruption = new Interruption(log, "timed job interrupted", { job: name });
  for (;;) {
    try {
      isOurs ||= await takeSlot(database, name, slot);
      if (!isOurs) return;
      await run(slot);
      interruption.well();
      return end("done");
    } catch (error) {
      const isOver = signal.aborted || performance.now() >= until || !isUnreachable(error);
      if (isOver) {
        log.error({ error, job: name }, "timed job failed");
        return end("failed");
      }
      await sleep(pause(interruption.failed(error)), undefined, { signal }).catch(() => {});
    }
  }
}
