/** What can go wrong with a request. */
export type MaxFault =
  | { status: number; code: string; message?: string }
  /** Never answered. */
  | "hang"
  /** The connection breaks before MAX has done anything. */
  | "drop before accepting"
  /** MAX does it, and the connection breaks before the answer. */
  | "drop after accepting"
  /** HTTP 200, and yet it was not done. */
  | "success false"
  /** The page of a proxy in place of JSON. */
  | "502 html";

export interface MaxFaultOrder {
  /** Which requests, such as "POST /messages"; default: any. */
  name?: string;
  /** Sent to this person alone. */
  userId?: number;
  /** How many of them; default: all until the fault is ended. */
  times?: number;
  with: MaxFault;
}

/** The faults that a test ordered, tried in the order they were given. */
export class MaxFaults {
  readonly #orders = new Set<{ order: MaxFaultOrder; left: number }>();

  /** Orders a fault; the returned function ends it. */
  add(order: MaxFaultOrder): () => void {
    const entry = { order, left: order.times ?? Number.POSITIVE_INFINITY };
    this.#orders.add(entry);
    return () => this.#orders.delete(entry);
  }

  /** The fault that this request has to meet, if any. */
  take(name: string, query: Readonly<Record<string, string>>): MaxFault | undefined {
    for (const entry of this.#orders) {
      const { order } = entry;
      if (order.name !== undefined && order.name !== name) continue;
      if (order.userId !== undefined && String(order.userId) !== query["user_id"]) continue;
      entry.left -= 1;
      if (entry.left <= 0) this.#orders.delete(entry);
      return order.with;
    }
    return undefined;
  }
}
