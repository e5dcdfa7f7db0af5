import type { Pressure } from "./pressure.ts";
import type { ToldPressure } from "./pressure-store.ts";

/** Milliseconds between what an instance tells, and for which it holds: one that fell silent has nobody any more, or is gone. */
const toldEvery = 1_000;
const holdsFor = 3_000;

/**
 * What people feel of the instances that do not dispatch. An announcement may weigh on the database or the machine that they
 * share with the one that does, and the people may all be theirs. All times are milliseconds of a clock that never jumps.
 */
export class OtherInstances {
  readonly #told = new Map<string, { told: ToldPressure; at: number }>();

  hear(told: ToldPressure, now: number): void {
    this.#told.set(told.holder, { told, at: now });
  }

  /**
   * What is felt of all instances in `milliseconds`, a look's time, where `here` is felt of this one. What another one told of a
   * second is spread over it: the loop of a slower machine is as late at each look, and not at every fourth.
   */
  beside(here: Pressure, milliseconds: number, now: number): Pressure {
    let all = here;
    for (const [holder, { told, at }] of this.#told) {
      if (now >= at + holdsFor) this.#told.delete(holder);
      else all = both(all, told, milliseconds / toldEvery);
    }
    return all;
  }
}

const both = (all: Pressure, told: Pressure, share: number): Pressure => ({
  updates: all.updates + told.updates * share,
  waited: all.waited + told.waited * share,
  lag: Math.max(all.lag, told.lag),
  statements: Math.max(all.statements, told.statements),
});
