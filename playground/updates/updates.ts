import type { Update } from "@grammyjs/types";
import { type Clock, unixTime } from "../world/clock.ts";

/** The kinds of update, such as "message"; the Bot API names them as the fields of Update. */
export type UpdateKind = Exclude<keyof Update, "update_id">;

/** An update that the bot has not confirmed. */
export type Waiting = {
  readonly update: Update;
  readonly expiresAt: number;
  wasFetched: boolean;
  confirm(): void;
};

const notByDefault: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** Seconds that Telegram keeps an update: a day, but nobody waits that long for a button or an inline query. */
const lifetimes = { callback_query: 150, inline_query: 30, other: 24 * 60 * 60 } as const;

/** Telegram's inbox for the bot: keeps updates in order until they are confirmed, by polling or by webhook. */
export class UpdateQueue {
  readonly #clock: Clock;
  readonly #waiting = new Set<Waiting>();
  readonly #arrivals = new Set<(waiting: Waiting) => void>();
  #allowed: readonly string[] | undefined;
  #nextId: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    // Seconds since 2020: a playground started anew must not repeat ids that the bot's database remembers as handled.
    this.#nextId = Math.max(1, unixTime(clock) - 1_577_836_800);
  }

  /**
   * Queues an update; resolves when the bot confirms it, at once if the bot does not want updates of this kind, never
   * if it is dropped first: a rejection would crash the process of those who tap without waiting.
   */
  add(update: Partial<Update>): Promise<void> {
    const kind = kindOf(update);
    if (!this.#wants(kind)) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting: Waiting = {
        update: { update_id: this.#takeId(), ...update },
        expiresAt: unixTime(this.#clock) + lifetime(kind),
        wasFetched: false,
        confirm: resolve,
      };
      this.#waiting.add(waiting);
      for (const arrive of this.#arrivals) arrive(waiting);
    });
  }

  /** Limits the kinds that are queued from now on; [] means the default, undefined leaves it as it is. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.#allowed = kinds.length > 0 ? kinds : undefined;
  }

  get allowed(): readonly string[] | undefined {
    return this.#allowed;
  }

  get pendingCount(): number {
    this.#dropExpired();
    return this.#waiting.size;
  }

  /** The updates not yet confirmed, oldest first. */
  list(): Waiting[] {
    this.#dropExpired();
    return [...this.#waiting];
  }

  /** Marks up to `limit` updates as fetched and returns them. */
  fetch(limit: number): Update[] {
    const updates: Update[] = [];
    this.#dropExpired();
    for (const waiting of this.#waiting) {
      if (updates.length === limit) break;
      waiting.wasFetched = true;
      updates.push(waiting.update);
    }
    return updates;
  }

  /**
   * Confirms what was fetched and lies below `offset`; a negative one leaves that many at the end and forgets the rest.
   * An update delivered by a test under an old id is not confirmed before it was fetched.
   */
  confirmBelow(offset: number): void {
    if (offset < 0) {
      for (const waiting of this.list().slice(0, offset)) this.confirm(waiting);
      return;
    }
    for (const waiting of this.#waiting) {
      if (waiting.wasFetched && waiting.update.update_id < offset) this.confirm(waiting);
    }
  }

  confirm(waiting: Waiting): void {
    if (this.#waiting.delete(waiting)) waiting.confirm();
  }

  /** Forgets everything that waits. */
  drop(): void {
    this.#waiting.clear();
  }

  /** Calls `arrive` for each new update; the returned function ends that. */
  onArrival(arrive: (waiting: Waiting) => void): () => void {
    this.#arrivals.add(arrive);
    return () => this.#arrivals.delete(arrive);
  }

  #wants(kind: string): boolean {
    return this.#allowed ? this.#allowed.includes(kind) : !notByDefault.includes(kind);
  }

  #takeId(): number {
    const id = this.#nextId;
    this.#nextId += 1;
    return id;
  }

  #dropExpired(): void {
    const now = unixTime(this.#clock);
    for (const waiting of this.#waiting) {
      if (waiting.expiresAt <= now) this.#waiting.delete(waiting);
    }
  }
}

/** Which kind of update this is. */
export function kindOf(update: Partial<Update>): string {
  return Object.keys(update).find((key) => key !== "update_id") ?? "unknown";
}

function lifetime(kind: string): number {
  return kind === "callback_query" || kind === "inline_query" ? lifetimes[kind] : lifetimes.other;
}
