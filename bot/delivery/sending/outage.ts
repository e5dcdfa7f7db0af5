import { doubling } from "../../net/backoff.ts";

/** Milliseconds of silence after two or more failed calls, without Telegram's saying how long: 0.5 s doubling to 30 s. */
const silence = doubling(500, 30_000);

/**
 * Tells an outage from a lost answer now and then, which 5 % of calls may meet. After the first failure messages go one at a
 * time, which finds out; all lanes fall silent from the second in a row on. All times are milliseconds of a clock that never
 * jumps, passed in.
 */
export class Outage {
  #failures = 0;
  #failedAt = Number.NEGATIVE_INFINITY;

  /** Calls in a row that failed; those under way side by side count as one. */
  get failures(): number {
    return this.#failures;
  }

  /** Notes a call that failed at `now`. Returns how long to be silent; undefined for one that is counted already. */
  fail(begunAt: number, now: number): number | undefined {
    if (begunAt < this.#failedAt) return undefined;
    this.#failures += 1;
    this.#failedAt = now;
    return this.#failures === 1 ? 0 : silence(this.#failures - 1);
  }

  /** Notes a call that was answered. */
  end(): void {
    this.#failures = 0;
  }
}
