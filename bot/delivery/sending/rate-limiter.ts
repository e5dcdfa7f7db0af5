export interface PaceOptions {
  /** Messages per second over all chats; Infinity lifts the limit. */
  perSecond: number;
  /** Milliseconds between two messages to one chat. Default 1,000. */
  chatInterval?: number;
}

/** A message under way, to be handed back when its answer is there. */
export interface Passage {
  chatId: number;
  number: number;
  /** How many messages Telegram counts it for. */
  weight: number;
}

/**
 * Says when the next message may go. All times are milliseconds of a clock that never jumps, passed in.
 *
 * Two rules hold at once. A token bucket spreads messages evenly, so that an urgent one waits a tenth of a second
 * behind bulk and not a whole one. And a message goes only when the one `perSecond` places before it was *answered* a
 * second ago: when Telegram counts a message we do not know, only that it is before the answer; so no second can hold
 * one too many, however the network dawdles.
 */
export class Pace {
  readonly #perSecond: number;
  readonly #chatInterval: number;
  /** How many may follow at once after a stall. */
  readonly #burst: number;
  /** When each of the last `perSecond` messages was answered, in a ring; Infinity while it is under way. */
  readonly #answered: number[] = [];
  /** From when on a chat may be written to; Infinity while a message to it is under way. Oldest first. */
  readonly #chats = new Map<number, number>();
  #begun = 0;
  #tokens: number;
  #countedAt = Number.NEGATIVE_INFINITY;
  #stoppedUntil = Number.NEGATIVE_INFINITY;

  constructor({ perSecond, chatInterval = 1_000 }: PaceOptions) {
    this.#perSecond = perSecond;
    this.#chatInterval = chatInterval;
    this.#burst = Math.max(1, perSecond / 10);
    this.#tokens = this.#burst;
  }

  /** Nothing goes before `until`. */
  stop(until: number): void {
    this.#stoppedUntil = Math.max(this.#stoppedUntil, until);
  }

  isStopped(now: number): boolean {
    return now < this.#stoppedUntil;
  }

  /** How many messages may begin now. */
  room(now: number): number {
    if (this.isStopped(now)) return 0;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return this.#perSecond;
    const tokens = Math.floor(this.#tokensAt(now));
    let room = 0;
    while (room < tokens && this.#placeFreeAt(room) <= now) room += 1;
    return room;
  }

  /** Milliseconds until there is room for one; Infinity when an answer has to come first. */
  wait(now: number): number {
    if (this.isStopped(now)) return this.#stoppedUntil - now;
    if (this.#perSecond === Number.POSITIVE_INFINITY) return 0;
    const missing = Math.max(0, 1 - this.#tokensAt(now));
    return Math.max((missing * 1_000) / this.#perSecond, this.#placeFreeAt(0) - now, 0);
  }

  /** From when on the chat may be written to; Infinity while a message to it is under way. */
  chatFreeAt(chatId: number): number {
    return this.#chats.get(chatId) ?? Number.NEGATIVE_INFINITY;
  }

  begin(chatId: number, now: number, weight = 1): Passage {
    const number = this.#begun;
    this.#begun += weight;
    this.#chats.set(chatId, Number.POSITIVE_INFINITY);
    if (this.#perSecond !== Number.POSITIVE_INFINITY) {
      this.#tokens = this.#tokensAt(now) - weight;
      this.#countedAt = now;
      this.#note({ number, weight }, Number.POSITIVE_INFINITY);
    }
    return { chatId, number, weight };
  }

  end({ chatId, number, weight }: Passage, now: number): void {
    if (this.#perSecond !== Number.POSITIVE_INFINITY) this.#note({ number, weight }, now);
    this.#forgetChats(now);
    this.#chats.delete(chatId);
    if (this.#chatInterval > 0) this.#chats.set(chatId, now + this.#chatInterval);
  }

  #note({ number, weight }: Pick<Passage, "number" | "weight">, answered: number): void {
    for (let n = 0; n < weight; n += 1) this.#answered[(number + n) % this.#perSecond] = answered;
  }

  /** When the message `perSecond` places before the next but `ahead` has been answered for a second. */
  #placeFreeAt(ahead: number): number {
    return (this.#answered[(this.#begun + ahead) % this.#perSecond] ?? Number.NEGATIVE_INFINITY) + 1_000;
  }

  #tokensAt(now: number): number {
    const earned = (Math.max(now - this.#countedAt, 0) * this.#perSecond) / 1_000;
    return Math.min(this.#burst, this.#tokens + earned);
  }

  #forgetChats(now: number): void {
    for (const [chatId, freeAt] of this.#chats) {
      if (freeAt > now) break;
      this.#chats.delete(chatId);
    }
  }
}
