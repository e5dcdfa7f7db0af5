import type { Clock } from "../../world/clock.ts";
import type { LoggedUpdate, MaxUpdate, UpdateLog } from "./update-log.ts";

export interface Subscription {
  url: string;
  /** When it was made, in milliseconds. */
  time: number;
  updateTypes: string[] | null;
  secret: string | undefined;
}

interface Letter {
  logged: LoggedUpdate;
  subscription: Subscription;
  failures: number;
  dueAt: number;
}

/** Milliseconds before the first repetition; each next one waits two and a half times as long. */
const firstPause = 60_000;
const factor = 2.5;
const mostRepetitions = 10;

/** Milliseconds without a success after which MAX gives a subscription up. */
const patience = 8 * 3_600_000;

/** Milliseconds until an answer has to be there. */
const deadline = 30_000;

/**
 * Webhooks: a list, in which a new one does not replace an old one. Repetitions go by the world's clock: `tick` sends what is
 * due, so that a test may wind eight hours on.
 */
export class Webhooks {
  /** Each update is delivered twice, as MAX does now and then. */
  doubles = false;
  readonly #clock: Clock;
  readonly #updates: UpdateLog;
  readonly #subscriptions = new Map<string, Subscription & { succeededAt: number }>();
  #letters: Letter[] = [];
  readonly #underway = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  constructor(clock: Clock, updates: UpdateLog) {
    this.#clock = clock;
    this.#updates = updates;
    updates.onArrival((logged) => this.#enqueue(logged));
  }

  get list(): Subscription[] {
    return [...this.#subscriptions.values()];
  }

  subscribe(subscription: Omit<Subscription, "time">): void {
    const time = this.#clock.now().getTime();
    this.#subscriptions.set(subscription.url, { ...subscription, time, succeededAt: time });
    for (const logged of this.#updates.list()) this.#enqueue(logged);
  }

  unsubscribe(url: string): void {
    this.#subscriptions.delete(url);
    this.#letters = this.#letters.filter(({ subscription }) => subscription.url !== url);
  }

  /** Sends what is due, and resolves when it is answered. */
  async tick(): Promise<void> {
    const now = this.#clock.now().getTime();
    const due = this.#letters.filter(({ dueAt }) => dueAt <= now);
    this.#letters = this.#letters.filter(({ dueAt }) => dueAt > now);
    for (const letter of due) this.#send(letter);
    await Promise.all(this.#underway);
  }

  stop(): void {
    this.#stop.abort();
    this.#letters = [];
  }

  #enqueue(logged: LoggedUpdate): void {
    for (const subscription of this.#subscriptions.values()) {
      const { updateTypes } = subscription;
      if (updateTypes !== null && !updateTypes.includes(logged.update.update_type)) continue;
      for (let copies = this.doubles ? 2 : 1; copies > 0; copies -= 1)
        this.#send({ logged, subscription, failures: 0, dueAt: 0 });
    }
  }

  #send(letter: Letter): void {
    const sending = this.#deliver(letter).finally(() => this.#underway.delete(sending));
    this.#underway.add(sending);
  }

  async #deliver(letter: Letter): Promise<void> {
    const { logged, subscription } = letter;
    const isTaken = await this.#post(subscription, logged.update);
    if (this.#stop.signal.aborted) return;
    const now = this.#clock.now().getTime();
    const own = this.#subscriptions.get(subscription.url);
    if (isTaken) {
      if (own) own.succeededAt = now;
      this.#updates.confirm(logged.number);
      return;
    }
    if (own && now - own.succeededAt >= patience) return this.unsubscribe(subscription.url);
    if (letter.failures >= mostRepetitions || own === undefined) return;
    const dueAt = now + firstPause * factor ** letter.failures;
    this.#letters.push({ ...letter, failures: letter.failures + 1, dueAt });
  }

  async #post({ url, secret }: Subscription, update: MaxUpdate): Promise<boolean> {
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...(secret && { "X-Max-Bot-Api-Secret": secret }) },
        body: toMaxJson(update),
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(deadline)]),
      });
      await answer.arrayBuffer();
      return answer.status === 200;
    } catch {
      return false;
    }
  }
}

/** Something that stands in no text. */
const mark = "\uE000int:";

/** JSON with integers that JavaScript has no number for. */
export const toMaxJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${mark}${part}` : part)).replaceAll(
    new RegExp(`"${mark}(-?\\d+)"`, "g"),
    "$1",
  );
