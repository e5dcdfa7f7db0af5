import { setTimeout as sleep } from "node:timers/promises";

export interface SuspectOptions {
  /** Milliseconds that the program has to live before it tries one. Default 10 s. */
  calm?: number;
  /** Milliseconds after which the next one need not wait for it. Default 2 s. */
  longestTurn?: number;
}

/**
 * Has updates that the program may have died of run one at a time, so that the next death tells which one it was. Not
 * before the program has lived for a while: who is killed from outside again and again, and starts again at once, must not
 * take an update for the cause that was only there each time.
 */
export class Suspects {
  readonly #calmAt: number;
  readonly #longestTurn: number;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ calm = 10_000, longestTurn = 2_000 }: SuspectOptions = {}) {
    this.#calmAt = performance.now() + calm;
    this.#longestTurn = longestTurn;
  }

  /** Runs `work` when it is its turn. Rejects without having begun when `signal` aborts before that. */
  async alone<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const before = this.#last;
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    this.#last = ended;
    try {
      await before;
      await sleep(Math.max(this.#calmAt - performance.now(), 0), undefined, { signal });
      const working = work();
      const timer = setTimeout(end, this.#longestTurn);
      return await working.finally(() => clearTimeout(timer));
    } finally {
      end();
    }
  }
}
