import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../database/database.ts";
import { isUnreachable } from "../../database/unreachable.ts";
import type { Logger } from "../../log.ts";
import type { Clock } from "../../schedule/clock.ts";
import { type Settled, settle } from "./record-outcomes-store.ts";

/** Milliseconds between attempts while PostgreSQL is away. */
const pause = 250;

/**
 * How often outcomes are tried that PostgreSQL itself refuses. A deadlock, or a statement that took too long, passes; what
 * is not written stays claimed until the dispatcher looks for what is in nobody's hands.
 */
const mostRefusals = 5;

/**
 * Writes outcomes, those that come while a statement runs together in the next one: a commit for each would halve the
 * speed. An outcome is known only here until it is written, so it waits for a database that is away.
 */
export class Settler {
  readonly #database: Database;
  readonly #holder: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #giveUp: AbortSignal;
  #waiting: { settled: Settled; done: () => void }[] = [];
  #writing: Promise<void> | undefined;

  constructor(deps: { database: Database; holder: string; clock: Clock; log: Logger; giveUp: AbortSignal }) {
    this.#database = deps.database;
    this.#holder = deps.holder;
    this.#clock = deps.clock;
    this.#log = deps.log;
    this.#giveUp = deps.giveUp;
  }

  /** Resolves when it is written, or given up; what is given up, the next dispatcher recovers. */
  settle(settled: Settled): Promise<void> {
    return new Promise((done) => {
      this.#waiting.push({ settled, done });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Resolves when nothing waits to be written. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#write(batch.map(({ settled }) => settled));
      for (const { done } of batch) done();
    }
    this.#writing = undefined;
  }

  async #write(batch: Settled[]): Promise<void> {
    for (let refusals = 0; ; ) {
      try {
        return await settle(this.#database, this.#holder, batch, this.#clock.now());
      } catch (error) {
        if (!isUnreachable(error)) refusals += 1;
        // One that PostgreSQL cannot take would hold up those beside it.
        if (refusals === 1 && batch.length > 1) {
          for (const settled of batch) await this.#write([settled]);
          return;
        }
        const isHopeless = refusals >= mostRefusals || this.#giveUp.aborted;
        this.#log.warn({ error, deliveries: batch.length, isHopeless }, "outcomes not written");
        if (isHopeless) return;
        await sleep(pause, undefined, { signal: this.#giveUp }).catch(() => {});
      }
    }
  }
}
