import { outboxChannel } from "../../bot/delivery/outbox-store.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import type { Telegram } from "../../playground/telegram.ts";
import { addressesSql, beside } from "../support/addresses.ts";
import { administer } from "../support/administer.ts";

export const firstId = 500_000_000;

/** What Telegram calls the first of them. */
export const firstAccount = firstId + beside;

/** Makes so many people known to the database. */
export const peopleSql = (count: number) => `
  INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
  SELECT ${firstId} + i, (enum_range(NULL::"Language"))[1 + i % 3], 'Житель ' || i, now(), now() FROM generate_series(1, ${count}) i;
  ${addressesSql}`;

/** One message for each of so many people, due `every` milliseconds apart, from so many seconds ahead. */
export const deliveriesSql = (count: number, lane: "normal" | "bulk", { ahead = 0, every = 0 } = {}) => `
  INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
  SELECT ${firstId} + i, 'note', jsonb_build_object('number', i), '${lane}', 'load:' || i,
    now() + ${ahead} * interval '1 second' + i * ${every} * interval '1 millisecond', now() + interval '1 day'
  FROM generate_series(1, ${count}) i`;

/** An announcement to everybody, due now. */
export const announcementSql = `
  WITH made AS (
    INSERT INTO "Announcement" ("state", "audience", "createdAt")
    VALUES ('scheduled', '{"kind":"people","only":[],"except":[]}', now()) RETURNING "id"
  )
  INSERT INTO "AnnouncementText" ("announcementId", "language", "content")
  SELECT "id", 'ru', '{"kind":"text","text":"Всем","entities":[]}' FROM made`;

export const wakeSql = `SELECT pg_notify('${outboxChannel}', '')`;

/** When each person got each message, by the person's number; more than one moment: doubled. */
export class Letterbox {
  readonly #arrivals = new Map<number, number[]>();
  readonly #unsubscribe: () => void;
  #count = 0;
  #waiting: { count: number; done: () => void } | undefined;

  /** Has so many people at Telegram, who have all written to the bot once. */
  constructor(telegram: Telegram, people: number) {
    for (let number = 1; number <= people; number += 1) {
      telegram.person(`Житель ${number}`, { id: firstAccount + number, hasStarted: true });
    }
    this.#unsubscribe = telegram.subscribe((change) => {
      if (change.kind === "sent") this.#arrive(change.chatId - firstAccount);
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

  close(): void {
    this.#unsubscribe();
  }

  #arrive(number: number): void {
    const moments = this.#arrivals.get(number);
    if (moments) moments.push(systemClock.now().getTime());
    else this.#arrivals.set(number, [systemClock.now().getTime()]);
    this.#count += 1;
    if (this.#waiting && this.#count >= this.#waiting.count) this.#waiting.done();
  }
}

/** How many deliveries are in each state. */
export async function countStates(url: string): Promise<Record<string, number>> {
  const { rows } = await administer(
    url,
    'SELECT "state"::text AS "state", count(*)::int AS "count" FROM "Delivery" GROUP BY 1',
  );
  return Object.fromEntries((rows as { state: string; count: number }[]).map(({ state, count }) => [state, count]));
}
