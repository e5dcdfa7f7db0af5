import type { Database } from "../../database/database.ts";
import { acquireLease, releaseLease } from "./lease-store.ts";

/** Milliseconds that a lease lasts: a dead holder is followed within this and the second between two looks. */
const duration = 8_000;

/** Milliseconds by which the holder stops believing in it before PostgreSQL does. */
const caution = 1_000;

/** Milliseconds between renewals. */
const renewEvery = 3_000;

/** The right to be the one dispatcher, as far as this instance knows. `ticks`: milliseconds of a clock that never jumps. */
export class Lease {
  readonly #database: Database;
  readonly #holder: string;
  readonly #ticks: () => number;
  #askedAt = Number.NEGATIVE_INFINITY;
  #paused = 0;

  constructor(database: Database, holder: string, ticks: () => number) {
    this.#database = database;
    this.#holder = holder;
    this.#ticks = ticks;
  }

  /** Whether it is ours now, without asking. */
  get isHeld(): boolean {
    return this.#ticks() < this.#askedAt + duration - caution;
  }

  /** Milliseconds until it should be renewed. */
  get renewIn(): number {
    return Math.max(0, this.#askedAt + renewEvery - this.#ticks());
  }

  /** Until when Telegram asked for silence, whoever was asked. */
  get pausedUntil(): number {
    return this.#askedAt + this.#paused;
  }

  /** Takes or renews it; false when another instance has it. */
  async acquire(): Promise<boolean> {
    const askedAt = this.#ticks();
    const paused = await acquireLease(this.#database, this.#holder, duration);
    this.#askedAt = paused === undefined ? Number.NEGATIVE_INFINITY : askedAt;
    this.#paused = paused ?? 0;
    return paused !== undefined;
  }

  async release(): Promise<void> {
    this.#askedAt = Number.NEGATIVE_INFINITY;
    await releaseLease(this.#database, this.#holder);
  }
}
