import { setTimeout as sleep } from "node:timers/promises";
import { Pace } from "../../../delivery/sending/rate-limiter.ts";

const second = 1_000;

/** Milliseconds between two looks while an answer has to come first. */
const look = 20;

/** What into one dialog is counted apart from each other. */
export type SpokenKind = "message" | "edit" | "answer";

export interface GateOptions {
  /** Requests a second in all; Infinity lifts the limit. */
  perSecond: number;
  /** Requests of a kind a second into one dialog; Infinity lifts the limit. */
  perDialog: number;
  /** Milliseconds of a clock that never jumps. Default: the process's own. */
  ticks?: () => number;
  pause?: (milliseconds: number) => Promise<unknown>;
}

/** MAX's rules: https://dev.max.ru/docs-api, "Ограничения". */
export const maxRates = { perSecond: 30, perDialog: 2 };

/** A pace that lets deliveries begin only while no reply waits. A silence is theirs alone: replies go on. */
export class PaceBehindReplies extends Pace {
  /** Replies that wait for their turn. */
  waiting = 0;
  #silentUntil = Number.NEGATIVE_INFINITY;
  #isForReply = false;

  /** Milliseconds until a reply may begin. */
  waitOfReply(now: number): number {
    this.#isForReply = true;
    try {
      return super.wait(now);
    } finally {
      this.#isForReply = false;
    }
  }

  override stop(until: number): void {
    this.#silentUntil = Math.max(this.#silentUntil, until);
  }

  override isStopped(now: number): boolean {
    return !this.#isForReply && now < this.#silentUntil;
  }

  override room(now: number): number {
    return this.waiting > 0 ? 0 : super.room(now);
  }

  override wait(now: number): number {
    if (this.isStopped(now)) return this.#silentUntil - now;
    return this.waiting > 0 ? Math.max(super.wait(now), look) : super.wait(now);
  }
}

/**
 * Holds requests back until MAX takes them. Thirty a second is for everything, so replies and deliveries draw on one budget:
 * deliveries ask `pace` for room, and get none while a reply waits.
 */
export class Gate {
  /** The pace of deliveries; what replies take is taken from it. */
  readonly pace: PaceBehindReplies;
  readonly #perDialog: number;
  readonly #ticks: () => number;
  readonly #pause: (milliseconds: number) => Promise<unknown>;
  /** When the last requests of a kind into a dialog were answered; Infinity: under way. */
  readonly #dialogs = new Map<string, { answered: number }[]>();
  #count = 0;

  constructor({ perSecond, perDialog, ticks = () => performance.now(), pause = sleep }: GateOptions) {
    const chatInterval = perDialog === Number.POSITIVE_INFINITY ? 0 : second / perDialog;
    this.pace = new PaceBehindReplies({ perSecond, chatInterval });
    this.#perDialog = perDialog;
    this.#ticks = ticks;
    this.#pause = pause;
  }

  /** Makes a request of a reply when its turn has come. */
  async reply<T>(work: () => Promise<T>): Promise<T> {
    const { pace } = this;
    pace.waiting += 1;
    try {
      for (let wait = this.#wait(); wait > 0; wait = this.#wait()) await this.#pause(Math.min(Math.ceil(wait), look));
    } finally {
      pace.waiting -= 1;
    }
    this.#count += 1;
    // A call that is for no person: only the budget in all is meant.
    const passage = pace.begin(-this.#count, this.#ticks());
    try {
      return await work();
    } finally {
      pace.end(passage, this.#ticks());
    }
  }

  #wait(): number {
    return this.pace.waitOfReply(this.#ticks());
  }

  /** Makes a request into a dialog, when no more than so many of its kind were made within a second. */
  async into<T>(dialog: string, kind: SpokenKind, work: () => Promise<T>): Promise<T> {
    if (this.#perDialog === Number.POSITIVE_INFINITY) return work();
    const key = `${kind} ${dialog}`;
    for (let wait = this.#waitInto(key); wait > 0; wait = this.#waitInto(key))
      await this.#pause(Math.min(Math.ceil(wait), look));
    const place = { answered: Number.POSITIVE_INFINITY };
    this.#dialogs.set(key, [...(this.#dialogs.get(key) ?? []), place].slice(-this.#perDialog));
    try {
      return await work();
    } finally {
      place.answered = this.#ticks();
      this.#forget();
    }
  }

  #waitInto(key: string): number {
    const places = this.#dialogs.get(key) ?? [];
    const last = places.length < this.#perDialog ? undefined : places[0];
    return last === undefined ? 0 : last.answered + second - this.#ticks();
  }

  /** Only dialogs of the last second matter; the first of them that does ends the look. */
  #forget(): void {
    const now = this.#ticks();
    for (const [key, places] of this.#dialogs) {
      if (places.some(({ answered }) => answered + second > now)) break;
      this.#dialogs.delete(key);
    }
  }
}
