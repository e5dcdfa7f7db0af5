import type { Update } from "grammy/types";
import type { Clock } from "../../../schedule/clock.ts";
import { senderOf } from "./updates.ts";

/** A bucket: so much at once, and then so much a second. */
interface Rate {
  burst: number;
  perSecond: number;
}

export interface BudgetOptions {
  /** Messages and presses of one person that may wait for their turn at once; one more comes back each second. */
  burst: number;
  clock: Clock;
}

/** Inline queries come with every letter typed, and Telegram drops the answer to all but the last. */
const inline: Rate = { burst: 60, perSecond: 5 };

/** Milliseconds without a word too many, after which somebody is told again. */
const spell = 60_000;

/** Buckets kept; of somebody who was silent while so many others spoke, it is full again. */
const most = 10_000;

interface Bucket {
  left: number;
  at: number;
  /** When something was declined last. */
  declinedAt: number;
}

export type Admission = "admitted" | "declined" | "declined again";

/**
 * What one person may ask for, so that nobody holds up everybody: taken before any work. In a group only what a command
 * or a button asks for counts, because the rest costs nothing.
 */
export class Budget {
  readonly #clock: Clock;
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();

  constructor({ burst, clock }: BudgetOptions) {
    this.#clock = clock;
    this.#rate = { burst, perSecond: 1 };
  }

  /** Takes what an update costs, unless its chat is crowded already. "declined again": the person was told a moment ago. */
  admit(update: Update, isCrowded: boolean): Admission {
    const from = senderOf(update);
    if (from === undefined || !counts(update)) return "admitted";
    const rate = update.inline_query === undefined ? this.#rate : inline;
    const bucket = this.#fill(`${rate === inline ? "i" : ""}${from.id}`, rate);
    if (bucket.left >= 1 && !isCrowded) {
      bucket.left -= 1;
      return "admitted";
    }
    const isTold = bucket.at - bucket.declinedAt < spell;
    bucket.declinedAt = bucket.at;
    return isTold ? "declined again" : "declined";
  }

  /** The bucket with what has flown in since it was used last; the one used longest ago makes room for a new one. */
  #fill(key: string, { burst, perSecond }: Rate): Bucket {
    const now = this.#clock.now().getTime();
    const bucket = this.#buckets.get(key) ?? { left: burst, at: now, declinedAt: Number.NEGATIVE_INFINITY };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > most && oldest !== undefined) this.#buckets.delete(oldest);
    // The system's clock may be set back.
    const seconds = Math.max(now - bucket.at, 0) / 1_000;
    bucket.left = Math.min(bucket.left + seconds * perSecond, burst);
    bucket.at = now;
    return bucket;
  }
}

function counts({ message, callback_query, inline_query }: Update): boolean {
  if (callback_query !== undefined || inline_query !== undefined) return true;
  if (message?.chat?.type === "private") return true;
  return Array.isArray(message?.entities) && message.entities.some((entity) => entity?.type === "bot_command");
}
