import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Database, poolOf } from "../../database/database.ts";

/** What people who wait for a reply feel of this program, since the last look. */
export interface Pressure {
  /** Updates that came. */
  updates: number;
  /** Milliseconds that updates waited or were handled, together. */
  waited: number;
  /** Milliseconds by which the event loop was late, on average. */
  lag: number;
  /** Statements that wait for a connection now. */
  statements: number;
}

/** All updates so far, and the milliseconds that they took so far, together. */
type Account = { updates: number; milliseconds: number };

/** Milliseconds between the looks of the histogram at the loop. */
const resolution = 10;

/** Measures the pressure from now on; each call tells of the time since the last one. `inHand`: of each door. */
export function measurePressure(database: Database, inHand: () => readonly Account[]): () => Pressure {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let before: Account = { updates: 0, milliseconds: 0 };
  return () => {
    const now = sum(inHand());
    // What it counts is from one look to the next, so a loop that is never late has the resolution; none counted is no mean.
    const lag = delays.count === 0 ? 0 : Math.max(0, delays.mean / 1e6 - resolution);
    const updates = now.updates - before.updates;
    const waited = now.milliseconds - before.milliseconds;
    delays.reset();
    before = now;
    return { updates, waited, lag, statements: poolOf(database)?.waitingCount ?? 0 };
  };
}

const sum = (accounts: readonly Account[]): Account => ({
  updates: accounts.reduce((all, { updates }) => all + updates, 0),
  milliseconds: accounts.reduce((all, { milliseconds }) => all + milliseconds, 0),
});
