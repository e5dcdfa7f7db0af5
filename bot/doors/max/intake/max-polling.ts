import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { Database } from "../../../database/database.ts";
import { Interruption } from "../../../interruption.ts";
import type { Logger } from "../../../log.ts";
import { doubling } from "../../../net/backoff.ts";
import { withDeadline } from "../../../net/deadline.ts";
import type { Clock } from "../../../schedule/clock.ts";
import type { Inbox } from "../../telegram/intake/inbox-store.ts";
import type { MaxClient } from "../client/max-client.ts";
import { refusalOf } from "../client/refusal.ts";
import { wanted } from "../reading/wire.ts";
import { readArrival } from "./arrivals.ts";
import { findMarker, keepMarker } from "./marker-store.ts";

/** Seconds that MAX holds a request open, and updates that it gives at once (since 11 May 2026). */
const holdOpen = 30;
const batch = 100;

/** MAX takes two such requests a second. */
const shortest = 500;

/** Milliseconds that a batch gets before what is not done of it is put into the inbox. */
const usuallySoon = 300;

/** Milliseconds between attempts: 1 s doubling, to 60 s while MAX is away and to 2 s while the database is. */
const pauses = { max: doubling(1_000, 60_000), database: doubling(500, 2_000) };

const usualFarewell = 1_000;

const shape = z.object({ updates: z.array(z.unknown()), marker: z.int().nullish() });

export interface MaxPollingDeps {
  client: MaxClient;
  /** Handles an update until it is done; rejects when the program stops, or its receipt could not be written. */
  finish: (update: Update, isKept: boolean) => Promise<void>;
  inbox: Inbox;
  database: Database;
  clock: Clock;
  log: Logger;
  /** Milliseconds that a batch gets before the rest of it is kept in the inbox. Default 300. */
  soon?: number;
}

/**
 * Fetches updates from MAX until stopped. A marker confirms a whole batch: it is sent, and kept for the next start, when all of
 * the batch is done or stands in the inbox. Without a marker MAX tells the newest update only.
 */
export class MaxPolling {
  readonly #deps: MaxPollingDeps;
  readonly #stop = new AbortController();
  /** In hand, by their numbers. */
  readonly #open = new Map<number, Promise<void>>();
  #marker: number | undefined;
  #running: Promise<void> | undefined;

  constructor(deps: MaxPollingDeps) {
    this.#deps = deps;
  }

  /** Begins with what the inbox holds. Resolves when it is in hand. */
  async start(): Promise<void> {
    const { database, inbox } = this.#deps;
    this.#marker = await findMarker(database);
    for (const update of await inbox.list()) void this.#take(update, true);
    this.#running = this.#run();
  }

  /** Resolves when what is in hand is done, or kept for the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await withDeadline(usualFarewell, Promise.allSettled(this.#open.values())).catch(() => {});
  }

  async #run(): Promise<void> {
    const without = new Interruption(this.#deps.log, "no updates from MAX");
    const unkept = new Interruption(this.#deps.log, "updates in hand not kept yet");
    while (!this.#stop.signal.aborted) {
      const asked = performance.now();
      const fetched = await this.#fetch().catch(async (error: unknown) => {
        if (this.#stop.signal.aborted) return undefined;
        await this.#pause(pauses.max(without.failed(error)));
        return undefined;
      });
      if (fetched === undefined) continue;
      without.well();
      try {
        await this.#settle(fetched.updates);
        if (fetched.marker != null && fetched.marker !== this.#marker) {
          await keepMarker(this.#deps.database, fetched.marker);
          this.#marker = fetched.marker;
        }
        unkept.well();
      } catch (error) {
        await this.#pause(pauses.database(unkept.failed(error)));
      }
      const left = shortest - (performance.now() - asked);
      if (fetched.updates.length === 0 && left > 0) await this.#pause(left);
    }
  }

  async #fetch(): Promise<z.output<typeof shape>> {
    const marker = this.#marker === undefined ? {} : { marker: this.#marker };
    const query = { timeout: holdOpen, limit: batch, types: wanted.join(","), ...marker };
    const answer = await this.#deps.client.call({ method: "GET", path: "/updates", query, signal: this.#stop.signal });
    const refusal = refusalOf(answer);
    if (refusal === undefined) return shape.parse(answer.body);
    // Somebody subscribed a webhook with this token, or another program did.
    const why = refusal.status === 405 ? "a webhook is subscribed: only one way is open" : refusal.code;
    throw new Error(`MAX ${refusal.status} ${why}`);
  }

  /** Takes a batch in hand, and resolves when each of it is done or kept. Rejects when the database is away. */
  async #settle(values: readonly unknown[]): Promise<void> {
    const { client, database, inbox, clock, soon = usuallySoon } = this.#deps;
    const updates: Update[] = [];
    for (const value of values) {
      const arrival = readArrival(value, { token: client.token, database });
      await arrival.note();
      updates.push(...arrival.updates);
    }
    const begun = updates.map((update) => this.#take(update, false));
    await withDeadline(soon, Promise.all(begun)).catch(() => {});
    const open = updates.filter(({ update_id }) => this.#open.has(update_id));
    if (open.length > 0) await inbox.keep(open, clock.now());
  }

  /** Takes an update in hand, unless it is there: while nothing can be confirmed MAX brings the same ones. */
  #take(update: Update, isKept: boolean): Promise<void> {
    const known = this.#open.get(update.update_id);
    if (known !== undefined) return known;
    const work = this.#finish(update, isKept);
    this.#open.set(update.update_id, work);
    return work;
  }

  async #finish(update: Update, isKept: boolean): Promise<void> {
    for (;;) {
      try {
        await this.#deps.finish(update, isKept);
        break;
      } catch (error) {
        // The update stays in hand, so that it is kept and not confirmed.
        if (this.#stop.signal.aborted) return;
        this.#deps.log.warn({ error, updateId: update.update_id }, "update not done yet");
        await this.#pause(1_000);
      }
    }
    this.#open.delete(update.update_id);
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => {});
  }
}
