/**
 * Imports that go on after their chat was answered. When the program stops they break off between two records, and are
 * waited for until their people are told: nobody watches a number that will never change again.
 */
export class RunningImports {
  readonly #running = new Set<Promise<void>>();

  /** Aborted when the program stops. */
  readonly signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.signal = signal;
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
