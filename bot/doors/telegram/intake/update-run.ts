import { AsyncLocalStorage } from "node:async_hooks";

/** One attempt at an update, as everything that it calls may see it. */
export interface UpdateRun {
  /** Aborted when the attempt is given up: it makes no call to Telegram any more. */
  readonly signal: AbortSignal;
  /** The chat in which it is answered; empty where there is none. */
  readonly chat: string;
  /** Whether it stands in the database that this update was begun and has not ended (people/identify-store.ts). */
  isNoted: boolean;
}

const runs = new AsyncLocalStorage<UpdateRun>();

/** Runs `work` as an attempt at an update. */
export const asUpdateRun = <T>(run: UpdateRun, work: () => Promise<T>): Promise<T> => runs.run(run, work);

/** The attempt that the caller is part of; undefined outside of any, as in timed jobs and deliveries. */
export const currentRun = (): UpdateRun | undefined => runs.getStore();
