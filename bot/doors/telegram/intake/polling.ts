import { setTimeout as sleep } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { Interruption } from "../../../interruption.ts";
import type { Logger } from "../../../log.ts";
import { doubling } from "../../../net/backoff.ts";
import type { Clock } from "../../../schedule/clock.ts";
import type { Inbox } from "./inbox-store.ts";
import { wanted } from "./updates.ts";

/** Seconds that Telegram holds a request open when there is nothing to tell. */
const holdOpen = 30;

/** A server that answers "nothing" at once instead of holding the request open is asked four times a second at most. */
const shortest = 250;

/** Milliseconds that a batch gets before what is not done of it is put into the inbox. Most are done in a tenth of it. */
const usuallySoon = 300;

/** Updates in hand, above which no more are fetched: nearly everything is stuck, and Telegram keeps the rest for a day. */
const usualMost = 1_000;

/** Milliseconds between attempts: 0.5 s doubling, to 15 s while Telegram is away and to 2 s while the database is. */
const pauses = { telegram: doubling(500, 15_000), database: doubling(500, 2_000) };

const usualFarewell = 1_000;

export interface PollingDeps {
  /** Handles an update until it is done; rejects when the program stops, or its receipt could not be written. */
  finish: (update: Update, isKept: boolean) => Promise<void>;
  inbox: Inbox;
  clock: Clock;
  log: Logger;
  /** Updates in hand at most. Default 1,000. */
  most?: number;
  /** Milliseconds that a batch gets before the rest of it is kept in the inbox. Default 300. */
  soon?: number;
  /** Milliseconds that a stop waits for what is in hand; the rest is in the inbox. Default 1,000. */
  farewell?: number;
}

/** An update that Telegram would bring again, or that is not done. */
interface Held {
  update: Update;
  isKept: boolean;
  isDone: boolean;
}

/**
 * Fetches updates by long polling until stopped.
 *
 * Telegram confirms from the front, and gives the next hundred at most: were the oldest waited for, one chat that Telegram
 * is slow to would keep everybody waiting. So what is not done soon is written into the inbox, in one statement for all,
 * and then everything is confirmed. Nothing is confirmed that is neither done nor kept: after a crash it comes again, from
 * Telegram or, before anything else, from the inbox. While the database is away nothing can be kept, so the offset stays.
 */
export class Polling {
  readonly #api: Api;
  readonly #deps: PollingDeps;
  readonly #stop = new AbortController();
  /** By number: not done, or done and not confirmed. */
  readonly #held = new Map<number, Held>();
  readonly #waiters = new Set<() => void>();
  #open = 0;
  #offset = 0;
  #running: Promise<void> | undefined;

  constructor(api: Api, deps: PollingDeps) {
    this.#api = api;
    this.#deps = deps;
  }

  /** Takes a webhook away if there is one, and begins with what the inbox holds. Resolves when it is in hand. */
  async start(): Promise<void> {
    await this.#api.deleteWebhook();
    for (const update of await this.#deps.inbox.list()) this.#take(update, true);
    this.#running = this.#run();
  }

  /** Resolves when what is in hand is done or kept, and confirmed. */
  async stop(): Promise<void> {
    const { farewell = usualFarewell } = this.#deps;
    this.#stop.abort();
    for (const wake of this.#waiters) wake();
    await this.#running;
    await this.#settled([...this.#held.keys()], farewell);
    await this.#keep([...this.#held.values()]).catch((error: unknown) => {
      this.#deps.log.warn({ error }, "updates in hand not kept: Telegram brings them again");
    });
    for (const { update, isDone, isKept } of this.#held.values()) {
      if (!isDone && !isKept) this.#offset = Math.min(this.#offset, update.update_id);
    }
    // What was handled since the last request is still unconfirmed: a short one confirms it.
    if (this.#offset > 0) await this.#fetch(0, AbortSignal.timeout(farewell)).catch(() => {});
  }

  async #run(): Promise<void> {
    const { most = usualMost, soon = usuallySoon, log } = this.#deps;
    const without = new Interruption(log, "no updates from Telegram");
    const unkept = new Interruption(log, "updates in hand not kept yet");
    while (!this.#stop.signal.aborted) {
      while (this.#open >= most && !this.#stop.signal.aborted) await this.#change(holdOpen * 1_000);
      const asked = performance.now();
      const updates = await this.#fetch(holdOpen, this.#stop.signal).catch(async (error: unknown) => {
        if (this.#stop.signal.aborted) return undefined;
        await this.#pause(pauses.telegram(without.failed(this.#explain(error))));
        return undefined;
      });
      if (updates === undefined) continue;
      without.well();
      if (updates.length === 0 && performance.now() - asked < shortest) await this.#pause(shortest);
      for (const update of updates) this.#take(update, false);
      const ids = updates.map(({ update_id }) => update_id);
      await this.#settled(ids, soon);
      try {
        await this.#keep(ids.flatMap((id) => this.#held.get(id) ?? []));
        this.#confirm((ids.at(-1) ?? this.#offset - 1) + 1);
        unkept.well();
      } catch (error) {
        await this.#pause(pauses.database(unkept.failed(error)));
      }
    }
  }

  #fetch(timeout: number, signal: AbortSignal): Promise<Update[]> {
    const options = { offset: this.#offset, timeout, limit: 100, allowed_updates: [...wanted] };
    return this.#api.getUpdates(options, signal as never);
  }

  /** Takes an update in hand, unless it is there: while nothing can be confirmed Telegram brings the same ones. */
  #take(update: Update, isKept: boolean): void {
    if (this.#held.has(update.update_id)) return;
    const held: Held = { update, isKept, isDone: false };
    this.#held.set(update.update_id, held);
    this.#open += 1;
    void this.#finish(held, isKept);
  }

  async #finish(held: Held, isKept: boolean): Promise<void> {
    const id = held.update.update_id;
    for (;;) {
      try {
        await this.#deps.finish(held.update, isKept);
        break;
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        this.#deps.log.warn({ error, updateId: id }, "update not done yet");
        await this.#pause(1_000);
      }
    }
    held.isDone = true;
    this.#open -= 1;
    if (id < this.#offset) this.#held.delete(id);
    for (const wake of this.#waiters) wake();
  }

  /** Makes safe what is not done; rejects when the database is away. */
  async #keep(held: readonly Held[]): Promise<void> {
    const open = held.filter(({ isDone, isKept }) => !isDone && !isKept);
    if (open.length === 0) return;
    await this.#deps.inbox.keep(
      open.map(({ update }) => update),
      this.#deps.clock.now(),
    );
    for (const each of open) each.isKept = true;
  }

  /** The next request tells Telegram that everything below is safe. */
  #confirm(offset: number): void {
    this.#offset = offset;
    for (const [id, { isDone }] of this.#held) if (isDone && id < offset) this.#held.delete(id);
  }

  /** Resolves when all of these are done, or after so many milliseconds. */
  async #settled(ids: readonly number[], milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    const isOpen = () => ids.some((id) => this.#held.get(id)?.isDone === false);
    for (let left = milliseconds; isOpen() && left > 0; left = end - performance.now()) await this.#change(left);
  }

  /** Resolves when an update is done, the end has come, or after so many milliseconds. */
  async #change(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiters.add(resolve);
    const timer = setTimeout(resolve, milliseconds);
    await promise;
    clearTimeout(timer);
    this.#waiters.delete(resolve);
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
