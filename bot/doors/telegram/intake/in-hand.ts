/** How many updates there were so far, and how many milliseconds they waited or were handled, together. */
export interface InHandAccount {
  updates: number;
  milliseconds: number;
}

/** Counts updates in hand. Those that are not done yet count with the time that they have taken so far. */
export class InHand {
  readonly #ticks: () => number;
  #now = 0;
  #begun = 0;
  #milliseconds = 0;
  #since: number;

  /** `ticks`: milliseconds of a clock that never jumps. */
  constructor(ticks: () => number = () => performance.now()) {
    this.#ticks = ticks;
    this.#since = ticks();
  }

  get account(): InHandAccount {
    this.#add(0);
    return { updates: this.#begun, milliseconds: this.#milliseconds };
  }

  /** Has an update counted while it is worked at. */
  async count<T>(work: () => Promise<T>): Promise<T> {
    this.#begun += 1;
    this.#add(1);
    try {
      return await work();
    } finally {
      this.#add(-1);
    }
  }

  #add(change: number): void {
    const now = this.#ticks();
    this.#milliseconds += this.#now * (now - this.#since);
    this.#since = now;
    this.#now += change;
  }
}
