import { AsyncLocalStorage } from "node:async_hooks";

/** For whom statements are sent: whose updates they belong to, or whose import goes on behind the chat. */
export interface ReadingFor {
  /** Whom a change is noted for; undefined: nobody is known. */
  readonly personId: number | undefined;
  /** Whether lists may be some seconds old: they changed nothing just now. A change takes it back. */
  mayBeOld: boolean;
  /** When it was last noted that they changed something (milliseconds of `performance.now()`), and the note under way. */
  noted?: { at: number; done: Promise<void> };
}

const running = new AsyncLocalStorage<ReadingFor | undefined>();

/** Sends what `work` sends for somebody. */
export const readFor = <T>(whom: ReadingFor | undefined, work: () => Promise<T>): Promise<T> => running.run(whom, work);

/** For whom the caller works; undefined: for nobody, as timed jobs and deliveries do, and then everything is read at the primary. */
export const readingFor = (): ReadingFor | undefined => running.getStore();

/** For all of several at once: what they get may be old only where each of them takes it so. */
export const together = (all: readonly (ReadingFor | undefined)[]): ReadingFor | undefined =>
  all.every((one) => one?.mayBeOld) ? { personId: undefined, mayBeOld: true } : undefined;
