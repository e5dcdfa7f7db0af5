import { OtherInstances } from "./other-instances.ts";
import type { Pressure } from "./pressure.ts";
import type { ToldPressure } from "./pressure-store.ts";
import { look, unhindered, type Yielding } from "./yielding.ts";

/** Milliseconds between looks at the pressure. */
const lookEvery = 250;

/** Says how many messages of the bulk lane may go now. All times are milliseconds of a clock that never jumps, passed in. */
export class BulkPace {
  readonly #measure: (() => Pressure) | undefined;
  readonly #others = new OtherInstances();
  #yielding: Yielding = unhindered;
  #tokens = 1;
  #countedAt = Number.NEGATIVE_INFINITY;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #sent = 0;

  /** Without `measure` it never yields. */
  constructor(measure?: () => Pressure) {
    this.#measure = measure;
  }

  /** What people feel here, since the last call or look: for another instance that dispatches. Undefined where bulk never yields. */
  felt(): Pressure | undefined {
    return this.#measure?.();
  }

  /** What people feel of another instance; `now` as everywhere here. */
  hear(told: ToldPressure, now: number): void {
    this.#others.hear(told, now);
  }

  /** Messages a second; Infinity while nobody is in the way. */
  get perSecond(): number {
    return this.#yielding.pace;
  }

  /** How many may begin now. */
  room(now: number): number {
    this.#look(now);
    this.#earn(now);
    return this.perSecond === Number.POSITIVE_INFINITY ? this.perSecond : Math.floor(this.#tokens);
  }

  /** Milliseconds until there is room for one. */
  wait(now: number): number {
    if (this.perSecond === Number.POSITIVE_INFINITY) return 0;
    this.#earn(now);
    return Math.min(Math.max(0, ((1 - this.#tokens) * 1_000) / this.perSecond), lookEvery);
  }

  begin(count: number): void {
    this.#sent += count;
    this.#tokens -= count;
  }

  #look(now: number): void {
    const elapsed = now - this.#lookedAt;
    if (this.#measure === undefined || elapsed < lookEvery) return;
    const pressure = this.#measure();
    // While there is nothing to send looks are seconds apart: each counts as much as any other.
    const share = lookEvery / elapsed;
    const here = { ...pressure, updates: pressure.updates * share, waited: pressure.waited * share };
    const felt = this.#others.beside(here, lookEvery, now);
    this.#yielding = look(this.#yielding, (this.#sent * 1_000) / elapsed, felt);
    this.#lookedAt = now;
    this.#sent = 0;
  }

  #earn(now: number): void {
    const burst = Math.max(1, this.perSecond / 10);
    const earned =
      this.perSecond === Number.POSITIVE_INFINITY
        ? burst
        : (Math.max(0, now - this.#countedAt) * this.perSecond) / 1_000;
    this.#tokens = Math.min(burst, this.#tokens + earned);
    this.#countedAt = now;
  }
}
