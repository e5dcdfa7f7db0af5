import { Job } from "node-schedule";

/**
 * The one alarm for the earliest thing that is due, on node-schedule. Ten thousand reminders are rows in PostgreSQL and
 * one timer here: as jobs of their own, the last of as many rang 11 s late.
 */
export class Alarm {
  readonly #ring: () => void;
  readonly #job: Job;

  constructor(ring: () => void) {
    this.#ring = ring;
    this.#job = new Job(ring);
  }

  /** Sets the alarm anew, or with undefined takes it off. One that is past rings at once. */
  set(at: Date | undefined): void {
    this.cancel();
    if (at === undefined || this.#job.schedule(at)) return;
    // node-schedule refuses a moment that is past, and keeps the job in its list.
    this.cancel();
    this.#ring();
  }

  cancel(): void {
    this.#job.cancel();
  }
}
