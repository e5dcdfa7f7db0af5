import { setTimeout as sleep } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "../log.ts";
import { wanted } from "./updates.ts";

/** Seconds that Telegram holds a request open when there is nothing to tell. */
const holdOpen = 30;

/** A server that answers "nothing" at once instead of holding the request open is asked four times a second at most. */
const shortest = 250;

/** Milliseconds between attempts when Telegram or the database is away: 0.5 s doubling to 15 s. */
const pause = (failures: number) => Math.min(500 * 2 ** (failures - 1), 15_000);

/**
 * Fetches updates by long polling until stopped. A batch is confirmed, by the offset of the next request, only when
 * every update in it is handled; after a crash Telegram delivers it again.
 */
export class Polling {
  readonly #api: Api;
  readonly #handle: (update: Update) => Promise<void>;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(api: Api, handle: (update: Update) => Promise<void>, log: Logger) {
    this.#api = api;
    this.#handle = handle;
    this.#log = log;
  }

  /** Takes a webhook away if there is one, and begins. Resolves when the first request can be made. */
  async start(): Promise<void> {
    await this.#api.deleteWebhook();
    this.#running = this.#run();
  }

  /** Resolves when the batch in hand is handled and confirmed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let offset = 0;
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      try {
        const asked = performance.now();
        const updates = await this.#fetch(offset, holdOpen, this.#stop.signal);
        failures = 0;
        if (updates.length === 0 && performance.now() - asked < shortest) await this.#pause(shortest);
        await this.#handleAll(updates);
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
      } catch (error) {
        if (this.#stop.signal.aborted) break;
        failures += 1;
        this.#log.warn({ error: this.#explain(error), failures }, "no updates from Telegram");
        await this.#pause(pause(failures));
      }
    }
    // What was handled since the last request is still unconfirmed: a short one confirms it.
    if (offset > 0) await this.#fetch(offset, 0).catch(() => {});
  }

  #fetch(offset: number, timeout: number, signal?: AbortSignal): Promise<Update[]> {
    return this.#api.getUpdates({ offset, timeout, limit: 100, allowed_updates: [...wanted] }, signal as never);
  }

  /** Handles a batch; those that must come again are tried until they are done, because nothing else delivers them. */
  async #handleAll(updates: Update[]): Promise<void> {
    let left = updates;
    for (let round = 1; left.length > 0; round += 1) {
      const results = await Promise.allSettled(left.map((update) => this.#handle(update)));
      left = left.filter((_, index) => results[index]?.status === "rejected");
      if (left.length > 0) {
        if (this.#stop.signal.aborted) throw new Error("stopped with updates in hand");
        await this.#pause(pause(round));
      }
    }
  }

  /** Sleeps until the time is over or the end has come. */
  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => {});
  }

  #explain(error: unknown): unknown {
    const conflict = error instanceof GrammyError && error.error_code === 409;
    return conflict ? new Error("another program polls with the same token: stop one of them") : error;
  }
}
