import { Job } from "node-schedule";
import { type Clock, systemClock } from "./clock.ts";

/**
 * The one alarm for the earliest thing that is due, on node-schedule. Ten thousand reminders are rows in PostgreSQL and
 * one timer here: as jobs of their own, the last of as many rang 11 s late.
 */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  readonly #job: Job;

  /** Moments are those of `clock`. */
  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
    this.#job = new Job(ring);
  }

  /** Sets the alarm anew, or with undefined takes it off. One that is past rings at once. */
  set(at: Date | undefined): void {
    this.cancel();
    if (at === undefined) return;
    const wait = at.getTime() - this.#clock.now().getTime();
    // node-schedule compares with the system's clock: a moment of another clock, taken for one of that, would be long past.
    if (wait > 0 && this.#job.schedule(new Date(systemClock.now().getTime() + wait))) return;
    // node-schedule refuses a moment that is past, and keeps the job in its list.
    this.cancel();
    this.#ring();
  }

  cancel(): void {
    this.#job.cancel();
  }
}
