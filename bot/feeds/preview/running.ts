/** An import may hold up its chat so long, well within an update's 25 s. Milliseconds. */
const usualPatience = 10_000;

/**
 * Imports, and looks at files, that go on after their chat was answered. When the program stops they break off between two
 * records, and are waited for until their people are told: nobody watches a number that will never change again.
 */
export class RunningImports {
  readonly #running = new Set<Promise<void>>();
  readonly #patience: number;

  /** Aborted when the program stops. */
  readonly signal: AbortSignal;

  /** `signal`: default one that nobody aborts. `patience`: milliseconds that a chat waits; default 10,000. */
  constructor({ signal, patience = usualPatience }: { signal?: AbortSignal; patience?: number } = {}) {
    this.signal = signal ?? new AbortController().signal;
    this.#patience = patience;
  }

  /** Resolves to what comes of `work`, or to "late" when it takes longer than its chat waits. */
  async orLate<T>(work: Promise<T>): Promise<T | "late"> {
    const late = Promise.withResolvers<"late">();
    const timer = setTimeout(() => late.resolve("late"), this.#patience);
    try {
      return await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Takes an import that ends with telling of it, and never rejects. */
  add(running: Promise<void>): void {
    this.#running.add(running);
    void running.finally(() => this.#running.delete(running));
  }

  /** Resolves when all are done. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }
}
