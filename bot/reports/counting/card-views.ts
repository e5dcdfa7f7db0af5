import type { Database } from "../../database/database.ts";
import type { Logger } from "../../log.ts";
import type { Audience } from "../../programme/event.ts";
import { inZone } from "../../words/time/local-time.ts";
import { addReadings, type DayReadings } from "./card-view-store.ts";
import { type CardLook, noteInterests } from "./interest-store.ts";

const minute = 60_000;

interface Needs {
  database: Database;
  log: Logger;
  city: { timeZone: string };
}

/**
 * Counts opened cards and ways to streams in memory and writes them once a minute: a screen costs no statement more. A crash loses a minute
 * of them at most; in the counts nobody is named.
 */
export class Readings {
  readonly #services: Needs;
  #counts = new Map<string, DayReadings>();
  /** Who opened what is for children, families or seniors; the event is not written down. */
  #looks = new Map<string, CardLook>();
  #timer: NodeJS.Timeout | undefined;

  constructor(services: Needs) {
    this.#services = services;
  }

  /** Counts one card, on the city's day of `now`. */
  count(eventId: number, now: Date): void {
    this.#add(eventId, now, { opened: 1, watched: 0 });
  }

  /** Counts that somebody went to the stream of an event. */
  watch(eventId: number, now: Date): void {
    this.#add(eventId, now, { opened: 0, watched: 1 });
  }

  #add(eventId: number, now: Date, more: Pick<DayReadings, "opened" | "watched">): void {
    const day = inZone(now, this.#services.city.timeZone).toISODate();
    this.#put({ day, eventId, ...more });
  }

  #put({ day, eventId, opened, watched }: DayReadings): void {
    const key = `${day}:${eventId}`;
    const known = this.#counts.get(key) ?? { opened: 0, watched: 0 };
    this.#counts.set(key, { day, eventId, opened: known.opened + opened, watched: known.watched + watched });
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
      for (const reading of counts.values()) this.#put(reading);
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
