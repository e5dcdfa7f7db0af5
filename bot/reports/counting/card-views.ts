import type { Database } from "../../database/database.ts";
import type { Logger } from "../../log.ts";
import type { Audience } from "../../programme/event.ts";
import { inZone } from "../../words/time/local-time.ts";
import { addReadings } from "./card-view-store.ts";
import { type CardLook, noteInterests } from "./interest-store.ts";

const minute = 60_000;

interface Needs {
  database: Database;
  log: Logger;
  city: { timeZone: string };
}

/**
 * Counts opened cards in memory and writes them once a minute: a screen costs no statement more. A crash loses a minute
 * of them at most; in the counts nobody is named.
 */
export class Readings {
  readonly #services: Needs;
  #counts = new Map<string, { day: string; eventId: number; opened: number }>();
  /** Who opened what is for children, families or seniors; the event is not written down. */
  #looks = new Map<string, CardLook>();
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Needs) {
    this.#services = services;
  }

  /** Counts one card, on the city's day of `now`. */
  count(eventId: number, now: Date): void {
    const day = inZone(now, this.#services.city.timeZone).toISODate();
    const key = `${day}:${eventId}`;
    const known = this.#counts.get(key);
    if (known) known.opened += 1;
    else this.#counts.set(key, { day, eventId, opened: 1 });
  }

  /** Notes for whom what somebody opened is. */
  look(personId: number, audiences: readonly Audience[], now: Date): void {
    for (const audience of audiences) this.#looks.set(`${personId}:${audience}`, { personId, audience, at: now });
  }

  /** Writes from now on each minute. */
  start(): void {
    this.#timer = setInterval(() => void this.write(), minute);
  }

  /** Writes what is left. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }

  /** Writes what was counted since the last time; what fails is counted again next time. */
  async write(): Promise<void> {
    await this.#writeLooks();
    const counts = this.#counts;
    this.#counts = new Map();
    try {
      await addReadings(this.#services.database, [...counts.values()]);
    } catch (error) {
      for (const [key, reading] of counts) {
        const since = this.#counts.get(key)?.opened ?? 0;
        this.#counts.set(key, { ...reading, opened: reading.opened + since });
      }
      this.#services.log.warn({ error }, "opened cards not written yet");
    }
  }

  async #writeLooks(): Promise<void> {
    const looks = this.#looks;
    this.#looks = new Map();
    try {
      await noteInterests(this.#services.database, [...looks.values()]);
    } catch (error) {
      this.#looks = new Map([...looks, ...this.#looks]);
      this.#services.log.warn({ error }, "what people look at not written yet");
    }
  }
}
