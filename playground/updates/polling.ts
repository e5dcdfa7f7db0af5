import type { Update } from "@grammyjs/types";
import { conflict } from "../api/api-failure.ts";
import type { UpdateQueue } from "./updates.ts";

type Poll = { offset: number; limit: number; seconds: number; signal: AbortSignal };

const anotherPoller = "terminated by other getUpdates request; make sure that only one bot instance is running";

/** Long polling: one request at a time may wait; a second one throws the first out with 409. */
export class Polling {
  readonly #updates: UpdateQueue;
  #terminate: (() => void) | undefined;

  constructor(updates: UpdateQueue) {
    this.#updates = updates;
  }

  /** Confirms below the offset, then answers with what there is, or waits for it up to `seconds`. */
  poll({ offset, limit, seconds, signal }: Poll): Update[] | Promise<Update[]> {
    this.#terminate?.();
    this.#updates.confirmBelow(offset);
    const updates = this.#updates.fetch(limit);
    if (updates.length > 0 || seconds === 0) return updates;
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        stopListening();
        signal.removeEventListener("abort", end);
        if (this.#terminate === terminate) this.#terminate = undefined;
      };
      const end = () => {
        leave();
        resolve(signal.aborted ? [] : this.#updates.fetch(limit));
      };
      const terminate = () => {
        leave();
        reject(conflict(anotherPoller));
      };
      const timer = setTimeout(end, seconds * 1000);
      // Not at once: what is said in the same moment goes out in the same batch, as it would over a network.
      const stopListening = this.#updates.onArrival(() => setImmediate(end));
      signal.addEventListener("abort", end, { once: true });
      this.#terminate = terminate;
    });
  }
}
