import type { Door } from "../../people/address.ts";
import type { Messenger } from "../messenger.ts";
import { Outage } from "./outage.ts";
import type { Pace } from "./rate-limiter.ts";

/** A way out: a messenger, and how fast it may be written to. */
export interface Exit {
  messenger: Messenger;
  pace: Pace;
}

/** The ways out that the city has opened. */
export type Exits = Readonly<Partial<Record<Door, Exit>>>;

/**
 * Milliseconds before the next message may go at which it is written and its attempt noted, so that the database's time
 * does not slow the pace. One message only: a crash makes those noted and not yet sent uncertain as well.
 */
export const lead = 50;

/** A way out at work. All times are milliseconds of a clock that never jumps, passed in. */
export class OpenExit {
  readonly door: Door;
  readonly messenger: Messenger;
  readonly pace: Pace;
  readonly outage = new Outage();
  /** Messages under way. */
  underway = 0;
  readonly #parallelism: number;

  constructor(door: Door, { messenger, pace }: Exit, parallelism: number) {
    this.door = door;
    this.messenger = messenger;
    this.pace = pace;
    this.#parallelism = parallelism;
  }

  /** How many more may be under way; while calls fail, one at a time finds out whether they still do. */
  get #slots(): number {
    return (this.outage.failures > 0 ? 1 : this.#parallelism) - this.underway;
  }

  /** How many messages may be prepared now. */
  room(now: number): number {
    if (this.pace.isStopped(now)) return 0;
    return Math.min(this.#slots, Math.max(this.pace.room(now), Math.min(this.pace.room(now + lead), 1)));
  }

  /** Milliseconds until another round makes sense for these people; Infinity when the end of a call has to come first. */
  patience(people: Iterable<number>, now: number): number {
    if (this.pace.isStopped(now)) return this.pace.wait(now);
    let freeAt = Number.POSITIVE_INFINITY;
    for (const personId of people) freeAt = Math.min(freeAt, this.pace.chatFreeAt(personId));
    if (freeAt === Number.POSITIVE_INFINITY || this.#slots <= 0) return Number.POSITIVE_INFINITY;
    return Math.max(this.pace.wait(now) - lead, freeAt - now, 1);
  }
}

/** Opens the ways out for a dispatcher that begins. None of them is used before `pausedUntil`. */
export function openExits(exits: Exits, parallelism: number, pausedUntil: number): Map<Door, OpenExit> {
  const open = Object.entries(exits) as [Door, Exit][];
  for (const [, { pace }] of open) pace.stop(pausedUntil);
  return new Map(open.map(([door, exit]) => [door, new OpenExit(door, exit, parallelism)]));
}
