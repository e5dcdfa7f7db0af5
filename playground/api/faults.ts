/** What can go wrong with a call. */
export type Failure =
  | { code: number; description: string; retryAfter?: number; migrateTo?: number }
  /** Answered rightly, so many milliseconds late. */
  | { delay: number }
  /** Never answered. */
  | "hang"
  /** The connection breaks before Telegram has done anything. */
  | "reset before accepting"
  /** Telegram does it, and the connection breaks before the answer. */
  | "reset after accepting"
  /** The page of a proxy instead of JSON. */
  | "500 html";

export type Fault = {
  /** Which calls; default: any, getUpdates included. */
  method?: string;
  chatId?: number;
  when?: (method: string, payload: Readonly<Record<string, unknown>>) => boolean;
  /** How many of them; default: all until the fault is ended. */
  times?: number;
  with: Failure;
};

/** The faults ordered by a test, tried in the order they were given. */
export class Faults {
  readonly #faults = new Set<{ fault: Fault; left: number }>();

  /** Orders a fault; the returned function ends it. */
  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
    this.#faults.add(entry);
    return () => this.#faults.delete(entry);
  }

  /** The failure that this call has to meet, if any. */
  take(method: string, payload: Readonly<Record<string, unknown>>): Failure | undefined {
    for (const entry of this.#faults) {
      if (!concerns(entry.fault, method, payload)) continue;
      entry.left -= 1;
      if (entry.left === 0) this.#faults.delete(entry);
      return entry.fault.with;
    }
    return undefined;
  }
}

function concerns(fault: Fault, method: string, payload: Readonly<Record<string, unknown>>): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.chatId !== undefined && Number(payload["chat_id"]) !== fault.chatId) return false;
  return fault.when?.(method, payload) ?? true;
}
