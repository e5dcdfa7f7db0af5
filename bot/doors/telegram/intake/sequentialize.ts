/**
 * Runs work of the same key one after another, of different keys side by side.
 *
 * Within one process this keeps the updates of a chat in order; across instances Telegram itself does: a webhook
 * gets one update of a chat at a time.
 */
export class InOrder<Item> {
  readonly #lines = new Map<number, Item[]>();
  readonly #tails = new Map<number, Promise<void>>();

  /** Runs `work` when it is its turn; it is told which item of its key comes next, if any waits by then. */
  run<T>(key: number, item: Item, work: (next: Item | undefined) => Promise<T>): Promise<T> {
    const line = this.#lines.get(key) ?? [];
    this.#lines.set(key, line);
    line.push(item);
    const result = (this.#tails.get(key) ?? Promise.resolve()).then(() => {
      line.shift();
      return work(line[0]);
    });
    const tail = result.then(
      () => {},
      () => {},
    );
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) !== tail) return;
      this.#tails.delete(key);
      this.#lines.delete(key);
    });
    return result;
  }

  /** How many of a key wait for their turn. */
  waiting(key: number): number {
    return this.#lines.get(key)?.length ?? 0;
  }

  /** Resolves when everything begun so far has ended. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
