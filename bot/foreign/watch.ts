import { Worker } from "node:worker_threads";

/** Places in the memory that the reader shares with its watchdog. */
export const progressAt = 0;
export const budgetAt = 1;

/** What a reader tells the thread that watches it. */
export interface Watch {
  /** From now on, and from each `progress` on, so many milliseconds of the processor may pass; 0: nothing is being read. */
  allow(milliseconds: number): void;
  progress(): void;
}

/** Starts the watchdog of this process. */
export function startWatch(): Watch {
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  new Worker(new URL("watchdog.ts", import.meta.url), { workerData: shared });
  const progress = (): void => void Atomics.add(state, progressAt, 1);
  return {
    allow(milliseconds) {
      progress();
      Atomics.store(state, budgetAt, milliseconds);
    },
    progress,
  };
}
