import { systemClock } from "../../bot/schedule/clock.ts";
import type { Max } from "../../playground/max/max.ts";
import { beside } from "../support/addresses.ts";
import { firstId } from "./outbox.ts";

/** What MAX calls the first of them. */
const firstAccount = firstId + 2 * beside;

/** Makes so many people known to the database, by MAX alone. */
export const maxPeopleSql = (count: number) => `
  INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
  SELECT ${firstId} + i, (enum_range(NULL::"Language"))[1 + i % 3], 'Житель ' || i, now(), now() FROM generate_series(1, ${count}) i;
  INSERT INTO "Address" ("personId", "door", "externalId", "chatId", "lastSeenAt", "isPreferred")
  SELECT ${firstId} + i, 'max', (${firstAccount} + i)::text, (${firstAccount} + i)::text, now(), true
  FROM generate_series(1, ${count}) i`;

/** When each person got each message at MAX, by the person's number; more than one moment: doubled. */
export class MaxLetterbox {
  readonly #arrivals = new Map<number, number[]>();
  #count = 0;
  #waiting: { count: number; done: () => void } | undefined;

  /** Has so many people at MAX, who have all begun a dialog. */
  constructor(max: Max, people: number) {
    for (let number = 1; number <= people; number += 1)
      max.person(`Житель ${number}`, { id: firstAccount + number, hasStarted: true });
    max.subscribe((sent) => {
      if (sent?.sender.is_bot) this.#arrive(sent.recipient.user_id - firstAccount);
    });
  }

  /** How many messages have come. */
  get count(): number {
    return this.#count;
  }

  get arrivals(): ReadonlyMap<number, readonly number[]> {
    return this.#arrivals;
  }

  /** Resolves when so many have come, or after so many milliseconds. */
  async hears(count: number, milliseconds: number): Promise<void> {
    if (this.#count >= count) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      this.#waiting = { count, done };
      timer = setTimeout(done, milliseconds);
    });
    clearTimeout(timer);
    this.#waiting = undefined;
  }

  #arrive(number: number): void {
    const moments = this.#arrivals.get(number) ?? [];
    this.#arrivals.set(number, moments);
    moments.push(systemClock.now().getTime());
    this.#count += 1;
    if (this.#waiting && this.#count >= this.#waiting.count) this.#waiting.done();
  }
}
