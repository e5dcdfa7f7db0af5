import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Interruption } from "../interruption.ts";
import { doubling } from "../net/backoff.ts";
import { Alarm } from "../schedule/alarm.ts";
import { Bell } from "../schedule/wakeup.ts";
import { expire } from "./outcomes/record-outcomes-store.ts";
import { recover } from "./outcomes/recover-store.ts";
import { measureQueue, type QueueDepth } from "./queue-store.ts";
import { BulkPace } from "./sending/bulk-pace.ts";
import { Lease } from "./sending/lease.ts";
import { type ToldPressure, tellPressure } from "./sending/pressure-store.ts";
import { Tenure } from "./sending/send-loop.ts";
import type { TenureDeps } from "./sending/tenure-deps.ts";

/**
 * The life of a delivery.
 *
 * It is *pending* from the transaction that caused it. When it is due, the one dispatcher claims it, some thirty at a
 * time (*claimed*), writes it in the person's language, notes `attemptedAt`, sends it, and settles it: *sent*, or
 * *failed* for good with the reason. What has nothing to say any more is *cancelled*, what is too late *expired*.
 * Telegram asking for silence, or not to be reached, makes it *pending* again: nothing was sent.
 *
 * When the answer is lost – a broken connection, or this process killed – an attempted delivery may have arrived.
 * Urgent and normal ones become *pending* again, five times at most: twice is better than never. Bulk ones become
 * *uncertain* and stay so until a human looks. A claimed one without `attemptedAt` is certainly unsent.
 *
 * Who dispatches is settled by a lease in PostgreSQL. Its new holder first recovers what the last one left claimed.
 * Should the last one still live, its attempts fail: it no longer owns the rows.
 */

/** Milliseconds between looks at the outbox that nothing called for: a notification may get lost. */
const pollEvery = 15_000;

/** Milliseconds between looks for what is too late and nobody claims. */
const expireEvery = 3_600_000;

/** Milliseconds between attempts to get the lease that another instance holds. */
const followEvery = 1_000;

/** Milliseconds that a stop waits for answers; those still missing then are uncertain. */
const farewell = 4_000;

/** Milliseconds before another tenure after the database was away: 0.2 s doubling to 2 s. */
const pause = doubling(200, 2_000);

export interface DispatcherDeps
  extends Omit<TenureDeps, "holder" | "lease" | "bell" | "arm" | "giveUp" | "ticks" | "bulk"> {
  /** Milliseconds of a clock that never jumps. Default: the process's own. */
  ticks?: () => number;
  /** How the bulk lane yields to people who wait for replies. Default: not at all. */
  bulk?: BulkPace;
  /** Told every 15 s by the instance that dispatches. */
  onQueue?: (depths: QueueDepth[]) => void;
}

/**
 * Messages under way for a rate per second: what it takes when an answer needs a fifth of a second. Few, because that
 * many can be uncertain after a crash.
 */
export const parallelismFor = (perSecond: number) => Math.min(Math.max(Math.ceil(perSecond / 5), 4), 50);

/** Sends what is in the outbox when it is due, if this instance holds the lease. */
export class Dispatcher {
  readonly #deps: DispatcherDeps & { ticks: () => number; bulk: BulkPace };
  /** Under which name this instance claims. */
  readonly holder = randomUUID();
  readonly #lease: Lease;
  readonly #bell = new Bell();
  readonly #alarm: Alarm;
  readonly #stopping = new AbortController();
  readonly #giveUp = new AbortController();
  #tenure: Tenure | undefined;
  #polledAt = Number.NEGATIVE_INFINITY;
  #expiredAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | undefined;

  constructor(deps: DispatcherDeps) {
    const ticks = deps.ticks ?? (() => performance.now());
    this.#deps = { ...deps, ticks, bulk: deps.bulk ?? new BulkPace() };
    this.#lease = new Lease(deps.database, this.holder, ticks);
    this.#alarm = new Alarm(deps.clock, () => this.wake());
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something may be due: looks at once. */
  wake(): void {
    this.#tenure?.look();
    this.#bell.ring();
  }

  /** What people feel of another instance, which bulk yields to as well. */
  hear(told: ToldPressure): void {
    if (told.holder !== this.holder) this.#deps.bulk.hear(told, this.#deps.ticks());
  }

  /** Gives back what is not under way, waits four seconds for what is, and lets another instance go on. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#bell.ring();
    const timer = setTimeout(() => this.#giveUp.abort(), farewell);
    await this.#running;
    clearTimeout(timer);
  }

  /** Sends everything that is due now and resolves when it is settled; instead of `start`, for tests. */
  async drain(): Promise<void> {
    if (!(await this.#lease.acquire())) throw new Error("another dispatcher holds the lease");
    await recover(this.#deps.database, this.#deps.clock.now());
    await expire(this.#deps.database, this.#deps.clock.now());
    const tenure = this.#begin(() => {});
    for (;;) {
      const wait = await tenure.round();
      if (wait > 0 && !tenure.isSending) break;
      if (wait > 0) await this.#bell.wait(Number.POSITIVE_INFINITY);
    }
    await tenure.finish();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const interruption = new Interruption(this.#deps.log, "delivery interrupted");
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (await this.#lease.acquire()) await this.#lead();
        else await this.#tell();
        failures = 0;
        interruption.well();
      } catch (error) {
        failures = interruption.failed(error);
      }
      await sleep(failures > 0 ? pause(failures) : followEvery, undefined, { signal }).catch(() => {});
    }
  }

  /** Tells whoever dispatches what people feel here, where there are any: each second, as the lease is asked for. */
  async #tell(): Promise<void> {
    const felt = this.#deps.bulk.felt();
    if (felt === undefined || (felt.updates === 0 && felt.waited === 0)) return;
    await tellPressure(this.#deps.database, { holder: this.holder, ...felt });
  }

  /** Dispatches until stopped, the lease is lost, or the database is away. */
  async #lead(): Promise<void> {
    const { database, clock, log } = this.#deps;
    const recovered = await recover(database, clock.now());
    log.info(recovered, "dispatching");
    const tenure = this.#begin((at) => this.#alarm.set(at));
    this.#tenure = tenure;
    this.#polledAt = Number.NEGATIVE_INFINITY;
    this.#expiredAt = Number.NEGATIVE_INFINITY;
    try {
      while (!this.#stopping.signal.aborted) {
        await this.#keepUp(tenure);
        if (!this.#lease.isHeld) break;
        const wait = await tenure.round();
        if (wait > 0) await this.#bell.wait(Math.min(wait, this.#lease.renewIn));
      }
    } finally {
      this.#tenure = undefined;
      this.#alarm.cancel();
      await tenure.finish();
    }
    if (this.#stopping.signal.aborted) await this.#lease.release();
  }

  #begin(arm: (at: Date | undefined) => void): Tenure {
    const own = { holder: this.holder, lease: this.#lease, bell: this.#bell, giveUp: this.#giveUp.signal };
    return new Tenure({ ...this.#deps, ...own, arm });
  }

  /** Renews the lease, and now and then looks for what nothing called for. */
  async #keepUp(tenure: Tenure): Promise<void> {
    const { database, clock, ticks, log, onQueue } = this.#deps;
    if (this.#lease.renewIn === 0) await this.#lease.acquire();
    if (ticks() < this.#polledAt + pollEvery) return;
    this.#polledAt = ticks();
    tenure.look();
    const { pending, uncertain } = await recover(database, clock.now(), tenure.held);
    if (pending + uncertain > 0) log.warn({ pending, uncertain }, "deliveries were in nobody's hands");
    onQueue?.(await measureQueue(database));
    if (ticks() < this.#expiredAt + expireEvery) return;
    this.#expiredAt = ticks();
    await expire(database, clock.now());
  }
}
