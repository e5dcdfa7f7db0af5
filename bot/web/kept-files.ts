/** What came of a fetch: a value that never changes, and how many bytes it holds in memory. */
export interface Fetched<Value> {
  value: Value;
  bytes: number;
}

export interface KeepOptions<Value> {
  /** Bytes kept in all; what was not asked for longest goes first, and what is larger than all of it is not kept. */
  mostBytes: number;
  /** Fetches at a time. */
  mostAtOnce: number;
  /** Fetches that wait for their turn; more are refused. */
  mostWaiting: number;
  fetch(key: string): Promise<Fetched<Value>>;
}

export type Kept<Value> = { kind: "value"; value: Value } | { kind: "busy" };

/** Weighs at least so much, so that many small things are bounded as well. */
const smallest = 256;

/**
 * Keeps in memory what never changes under its key. Whoever asks for a key that is being fetched waits for that one
 * fetch; few run at a time, and a bounded number waits. A fetch that throws is forgotten, and all who waited get its error.
 */
export class KeptFiles<Value> {
  readonly #options: KeepOptions<Value>;
  readonly #kept = new Map<string, Fetched<Value>>();
  readonly #inHand = new Map<string, Promise<Value>>();
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #bytes = 0;

  constructor(options: KeepOptions<Value>) {
    this.#options = options;
  }

  /** Bytes in memory now. */
  get bytes(): number {
    return this.#bytes;
  }

  async get(key: string): Promise<Kept<Value>> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      // Set anew, so that what was not asked for longest stands first.
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return { kind: "value", value: kept.value };
    }
    const running = this.#inHand.get(key);
    if (running !== undefined) return { kind: "value", value: await running };
    if (this.#queue.length >= this.#options.mostWaiting) return { kind: "busy" };
    const fetching = this.#fetch(key).finally(() => this.#inHand.delete(key));
    this.#inHand.set(key, fetching);
    return { kind: "value", value: await fetching };
  }

  /** Lets a key be fetched anew at its next question. */
  forget(key: string): void {
    this.#bytes -= this.#kept.get(key)?.bytes ?? 0;
    this.#kept.delete(key);
  }

  async #fetch(key: string): Promise<Value> {
    if (this.#running >= this.#options.mostAtOnce) {
      await new Promise<void>((turn) => this.#queue.push(turn));
    } else this.#running += 1;
    try {
      const { value, bytes } = await this.#options.fetch(key);
      this.#keep(key, { value, bytes: Math.max(bytes, smallest) });
      return value;
    } finally {
      // The next in the queue takes over the place.
      const next = this.#queue.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #keep(key: string, fetched: Fetched<Value>): void {
    if (fetched.bytes > this.#options.mostBytes) return;
    this.forget(key);
    this.#kept.set(key, fetched);
    this.#bytes += fetched.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#options.mostBytes) break;
      this.forget(oldest);
    }
  }
}
