import type { ChatRoom } from "../world/chat-room.ts";
import type { Clock } from "../world/clock.ts";
import { tooManyRequests } from "./api-failure.ts";

/** How fast a bot may send messages; edits, answers and deletions are not counted. */
export type Rates = {
  /** Messages in one second over all chats that did not just write to the bot. */
  overallPerSecond: number;
  /** Messages in one second with `allow_paid_broadcast`. */
  paidPerSecond: number;
  /** Messages that one private chat takes at once; then one a second. */
  chatBurst: number;
  /** Messages in one minute to one group. */
  groupPerMinute: number;
};

/** Telegram's rules (core.telegram.org/bots/faq, "My bot is hitting limits"); the size of a "short burst" is a guess. */
export const telegramRates: Rates = { overallPerSecond: 30, paidPerSecond: 1000, chatBurst: 20, groupPerMinute: 20 };

/** A message that follows what somebody did within this time is a reply, which the overall rule is not about. */
const replyWindow = 10_000;

/** Counts what is sent and refuses with 429 what is too fast. */
export class Pace {
  readonly #clock: Clock;
  readonly #rates: Rates | "lifted";
  readonly #overall = new Window(1000);
  readonly #paid = new Window(1000);
  readonly #groups = new Map<number, Window>();
  /** When the burst of a private chat will be forgotten, in milliseconds. */
  readonly #chats = new Map<number, number>();

  constructor(clock: Clock, rates: Rates | "lifted") {
    this.#clock = clock;
    this.#rates = rates;
  }

  /** Takes note of `count` messages to `room` (an album is several); throws 429 if too many, which then do not count. */
  take(room: ChatRoom, isPaid: boolean, count = 1): void {
    if (this.#rates === "lifted") return;
    const now = this.#clock.now().getTime();
    const isReply = now - room.lastHeardAt < replyWindow;
    const window = isPaid ? this.#paid : this.#overall;
    if (!isReply) window.check(now, isPaid ? this.#rates.paidPerSecond : this.#rates.overallPerSecond, count);
    if (room.chat.type === "private") this.#takeFromChat(room.chat.id, now, this.#rates.chatBurst, count);
    else this.#takeFromGroup(room.chat.id, now, this.#rates.groupPerMinute, count);
    if (!isReply) window.add(now, count);
  }

  /** A bucket of `burst` messages that drains by one a second, kept as the moment when it is empty. */
  #takeFromChat(chatId: number, now: number, burst: number, count: number): void {
    const emptyAt = Math.max(this.#chats.get(chatId) ?? 0, now);
    const waiting = emptyAt + count * 1000 - now - burst * 1000;
    if (waiting > 0) throw tooManyRequests(Math.ceil(waiting / 1000));
    this.#chats.set(chatId, emptyAt + count * 1000);
  }

  #takeFromGroup(chatId: number, now: number, limit: number, count: number): void {
    const window = this.#groups.get(chatId) ?? new Window(60_000);
    this.#groups.set(chatId, window);
    window.check(now, limit, count);
    window.add(now, count);
  }
}

/** The moments of the last `length` milliseconds, in a list whose front is cut off now and then. */
class Window {
  readonly #length: number;
  #moments: number[] = [];
  #start = 0;

  constructor(length: number) {
    this.#length = length;
  }

  check(now: number, limit: number, count: number): void {
    while ((this.#moments[this.#start] ?? now) <= now - this.#length) this.#start += 1;
    if (this.#start > 1000) {
      this.#moments = this.#moments.slice(this.#start);
      this.#start = 0;
    }
    if (this.#moments.length - this.#start + count <= limit) return;
    // The last of those that must have gone by before there is room for all.
    const last = this.#moments[this.#moments.length + count - limit - 1] ?? now;
    throw tooManyRequests(Math.max(1, Math.ceil((last + this.#length - now) / 1000)));
  }

  add(now: number, count: number): void {
    for (let each = 0; each < count; each += 1) this.#moments.push(now);
  }
}
