import { type Logger, reasonOf } from "./log.ts";

/**
 * Tells the log of what is tried again and again: a line when it ceases to work, another one where the reason changes, and one
 * when it goes on. What each try met is in no line of its own: a night without a network would fill the disk.
 */
export class Interruption {
  readonly #log: Logger;
  readonly #what: string;
  readonly #about: object;
  #failures = 0;
  #reason: string | undefined;

  /** `what` stands in both lines: "delivery interrupted", "delivery interrupted: goes on"; `about` beside it. */
  constructor(log: Logger, what: string, about: object = {}) {
    this.#log = log;
    this.#what = what;
    this.#about = about;
  }

  /** Notes a failure. Returns how many there have been in a row. */
  failed(error: unknown): number {
    this.#failures += 1;
    const reason = reasonOf(error);
    if (reason !== this.#reason) this.#log.warn({ ...this.#about, error, failures: this.#failures }, this.#what);
    this.#reason = reason;
    return this.#failures;
  }

  /** Notes that it works. */
  well(): void {
    if (this.#failures > 0) this.#log.info({ ...this.#about, failures: this.#failures }, `${this.#what}: goes on`);
    this.#failures = 0;
    this.#reason = undefined;
  }
}
