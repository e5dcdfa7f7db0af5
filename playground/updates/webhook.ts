import { type Clock, unixTime } from "../world/clock.ts";
import type { UpdateQueue } from "./updates.ts";
import { type Delivered, type Target, WebhookDelivery } from "./webhook-delivery.ts";

type Info = { url: string; max_connections?: number; last_error_date?: number; last_error_message?: string };

/** Which webhook is set, and how it does. */
export class Webhook {
  readonly #updates: UpdateQueue;
  readonly #clock: Clock;
  readonly #delay: (repeat: number) => number;
  #delivery: WebhookDelivery | undefined;
  #info: Info = { url: "" };

  constructor(updates: UpdateQueue, clock: Clock, delay: (repeat: number) => number = telegramDelay) {
    this.#updates = updates;
    this.#clock = clock;
    this.#delay = delay;
  }

  get url(): string {
    return this.#info.url;
  }

  get info(): Readonly<Info> {
    return this.#info;
  }

  /** Delivers to `target` from now on, to nobody if there is none. What was not confirmed is delivered there too. */
  set(target: Target | undefined): void {
    this.#delivery?.stop();
    this.#delivery = undefined;
    this.#info = target ? { url: target.url, max_connections: target.maxConnections } : { url: "" };
    if (target)
      this.#delivery = new WebhookDelivery(target, this.#updates, this.#delay, (outcome) => this.#note(outcome));
  }

  stop(): void {
    this.#delivery?.stop();
  }

  #note(outcome: Delivered): void {
    if (outcome.kind === "confirmed") return;
    this.#info = { ...this.#info, last_error_date: unixTime(this.#clock), last_error_message: outcome.reason };
  }
}

/** The first repeat comes at once, then after 2 s doubling to 60 s. */
function telegramDelay(repeat: number): number {
  return repeat === 1 ? 0 : Math.min(2000 * 2 ** (repeat - 2), 60_000);
}
