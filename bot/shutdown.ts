import type { Logger } from "./log.ts";
import { withDeadline } from "./net/deadline.ts";

/** Milliseconds from the signal to the end, come what may. */
const longest = 10_000;

/** Milliseconds for one part: those before it have to be stopped as well. */
const longestPart = 6_000;

/** Stops the program's parts in the opposite order of their start, within ten seconds. */
export class Shutdown {
  readonly #log: Logger;
  readonly #parts: { name: string; stop: () => Promise<void> }[] = [];
  readonly #controller = new AbortController();
  #running: Promise<void> | undefined;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Aborted when the end has begun. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Says how a part that now runs is stopped. */
  add(name: string, stop: () => Promise<void>): void {
    this.#parts.push({ name, stop });
  }

  /** Runs at any of these signals; a second signal ends the program at once. */
  on(...signals: NodeJS.Signals[]): void {
    for (const signal of signals) {
      process.on(signal, () => {
        if (this.signal.aborted) process.exit(130);
        void this.run(0).then(() => process.exit());
      });
    }
  }

  /** Stops everything and sets the exit code; 1 where something did not stop in time. */
  run(exitCode: number): Promise<void> {
    process.exitCode = exitCode;
    this.#controller.abort();
    this.#running ??= withDeadline(longest, this.#stopAll()).catch((error: unknown) => {
      this.#log.error({ error }, "did not stop in time");
      process.exitCode = 1;
    });
    return this.#running;
  }

  async #stopAll(): Promise<void> {
    for (const { name, stop } of this.#parts.reverse()) {
      await withDeadline(longestPart, stop()).catch((error: unknown) => {
        this.#log.error({ error, part: name }, "did not stop cleanly");
        process.exitCode = 1;
      });
    }
    this.#log.info("stopped");
  }
}
