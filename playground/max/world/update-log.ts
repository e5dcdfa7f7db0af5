import type { Clock } from "../../world/clock.ts";

/** An update as MAX writes it: nothing numbers it. */
export interface MaxUpdate {
  update_type: string;
  timestamp: number;
  [field: string]: unknown;
}

export interface LoggedUpdate {
  readonly number: number;
  readonly update: MaxUpdate;
  readonly at: number;
  readonly confirm: () => void;
}

/** Updates wait for so long to be fetched, in milliseconds. */
const kept = 24 * 3_600_000;

/** What has happened and was not confirmed, in order. */
export class UpdateLog {
  readonly #clock: Clock;
  readonly #listeners = new Set<(logged: LoggedUpdate) => void>();
  #waiting: LoggedUpdate[] = [];
  /** Its markers look like MAX's: large, and not from one on. */
  #next = 25_493_970;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get pendingCount(): number {
    return this.#waiting.length;
  }

  /** Tells of an update; resolves when the bot has confirmed it. */
  add(update: Omit<MaxUpdate, "timestamp"> & { timestamp?: number; update_type: string }): Promise<void> {
    return new Promise((confirm) => {
      const at = this.#clock.now().getTime();
      const logged = { number: this.#next, update: { timestamp: at, ...update }, at, confirm };
      this.#next += 1;
      this.#waiting.push(logged);
      for (const listener of this.#listeners) listener(logged);
    });
  }

  onArrival(listener: (logged: LoggedUpdate) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  list(): readonly LoggedUpdate[] {
    return this.#waiting;
  }

  /** Confirms one, as a webhook does. */
  confirm(number: number): void {
    this.#settle(({ number: own }) => own === number);
  }

  /** Confirms what lies before a marker, as polling does. */
  confirmBelow(marker: number): void {
    this.#settle(({ number }) => number < marker);
  }

  /** The next updates from a marker on; without one, only the newest, as the contract of July 2026 says. */
  fetch(marker: number | undefined, limit: number): { updates: MaxUpdate[]; marker: number } {
    const oldest = this.#clock.now().getTime() - kept;
    this.#waiting = this.#waiting.filter(({ at }) => at >= oldest);
    const found = marker === undefined ? this.#waiting.slice(-1) : this.#waiting.slice(0, limit);
    return { updates: found.map(({ update }) => update), marker: (found.at(-1)?.number ?? this.#next - 1) + 1 };
  }

  #settle(isDone: (logged: LoggedUpdate) => boolean): void {
    const done = this.#waiting.filter(isDone);
    if (done.length === 0) return;
    this.#waiting = this.#waiting.filter((logged) => !isDone(logged));
    for (const { confirm } of done) confirm();
  }
}
