/** One request of the bot, with what it was answered. */
export type Call = {
  method: string;
  payload: Readonly<Record<string, unknown>>;
  chatId: number | undefined;
  at: Date;
  outcome: { kind: "ok"; result: unknown } | { kind: "error"; code: number; description: string } | { kind: "broken" };
};

/** The latest calls, oldest first; what exceeds `keep` is forgotten, so that a load test does not fill the memory. */
export class CallLog {
  #calls: Call[] = [];
  readonly #keep: number;

  constructor(keep: number) {
    this.#keep = keep;
  }

  add(call: Call): void {
    this.#calls.push(call);
    // Cut in halves: a shift per call would cost the hot path more than the call itself.
    if (this.#calls.length > 2 * this.#keep) this.#calls = this.#calls.slice(-this.#keep);
  }

  list(): readonly Call[] {
    return this.#calls.slice(-this.#keep);
  }
}
