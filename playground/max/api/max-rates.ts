import type { Clock } from "../../world/clock.ts";
import { tooManyRequests } from "./max-failure.ts";

const second = 1_000;
/** Requests a second in all. */
const overall = 30;
/** Requests of each kind (messages, edits, answers) a second into one dialog. */
const perDialog = 2;

/** Counts requests, and refuses with 429 what is too fast; what was refused does not count. */
export class MaxRates {
  readonly #clock: Clock;
  readonly #isLifted: boolean;
  readonly #all: number[] = [];
  readonly #dialogs = new Map<string, number[]>();
  /** Requests that were refused. */
  refused = 0;

  constructor(clock: Clock, isLifted: boolean) {
    this.#clock = clock;
    this.#isLifted = isLifted;
  }

  /** Takes note of a request. */
  take(): void {
    this.#count(this.#all, overall);
  }

  /** Takes note of one that speaks into a dialog. */
  takeInto(chatId: number, kind: "message" | "edit" | "answer"): void {
    const key = `${kind} ${chatId}`;
    const times = this.#dialogs.get(key) ?? [];
    this.#dialogs.set(key, times);
    this.#count(times, perDialog);
  }

  #count(times: number[], most: number): void {
    if (this.#isLifted) return;
    const now = this.#clock.now().getTime();
    while ((times[0] ?? now) <= now - second) times.shift();
    if (times.length >= most) {
      this.refused += 1;
      throw tooManyRequests();
    }
    times.push(now);
  }
}
