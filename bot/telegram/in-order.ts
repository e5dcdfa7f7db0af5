/**
 * Runs work of the same key one after another, of different keys side by side.
 *
 * Within one process this keeps the updates of a chat in order; across instances Telegram itself does: a webhook
 * gets one update of a chat at a time.
 */
export class InOrder {
  readonly #tails = new Map<number, Promise<void>>();

  run<T>(key: number, work: () => Promise<T>): Promise<T> {
    const result = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail = result.then(
      () => {},
      () => {},
    );
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return result;
  }

  /** Resolves when everything begun so far has ended. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
