/** Addresses remembered at once; of more the oldest is forgotten, so that strangers cannot fill the memory. */
const mostAddresses = 10_000;

/** Counts in vain a minute that an address has. */
const perMinute = 30;

/**
 * Counts what clients ask for in vain, by their address and minute. Behind a proxy all have the proxy's address: so a
 * count may only ever change the answer to what is not there, never keep anybody from what is.
 */
export class Misses {
  readonly #counts = new Map<string, number>();
  #minute = 0;

  /** Counts a miss, and tells whether this address has had too many. */
  add(address: string, now: Date): boolean {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts.clear();
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    // Set anew, so that the oldest stands first.
    this.#counts.delete(address);
    this.#counts.set(address, count);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostAddresses && oldest !== undefined) this.#counts.delete(oldest);
    return count > perMinute;
  }

  /** Addresses that are remembered. */
  get size(): number {
    return this.#counts.size;
  }
}
