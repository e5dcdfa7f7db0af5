import type { Pressure } from "./pressure.ts";

/** Messages a second that bulk keeps whatever the pressure: an announcement gets through, even on a machine that is always busy. */
export const least = 10;

/** How many times as long as without bulk replies may take, on average. */
const bearableWait = 1.5;

/** How many times as late as without bulk the event loop may be, and milliseconds that are nothing in any case. */
const bearableLag = { times: 2, atLeast: 10 };

/** Updates below which their average says nothing: a search takes ten times as long as a press. */
const enough = 20;

/** What is left of one update after two seconds without another: nobody is there. */
const hardly = 0.1;

/** Looks in a row with hardly any bulk, from which on what is felt is not felt of bulk. */
const settled = 3;

/** Updates and what they waited, each look counting for less as more come after it. */
interface Waits {
  updates: number;
  waited: number;
}

/** What the bulk lane knows of itself and of people, from one look to the next. */
export interface Yielding {
  /** Messages of the bulk lane a second; Infinity: as many as the messengers take. */
  pace: number;
  /** What people wait now, over a second or so, and what they wait without bulk, over the last quarter of a minute. */
  recent: Waits;
  usual: Waits;
  /** Milliseconds by which the event loop is late without bulk. */
  usualLag: number;
  /** Looks in a row with hardly any bulk. */
  quiet: number;
}

const nothing: Waits = { updates: 0, waited: 0 };

export const unhindered: Yielding = {
  pace: Number.POSITIVE_INFINITY,
  recent: nothing,
  usual: nothing,
  usualLag: 0,
  quiet: 0,
};

/** Messages a second above which a pace is none: nothing sends so fast. */
const unbounded = 10_000;

/**
 * The next look. `sent` went out of the bulk lane a second since the last one. Where people wait noticeably longer than without
 * bulk, its pace falls to half of what really goes out; else it rises by a tenth: it finds the pace at which nobody feels it,
 * whatever the machine, and is back at its own within seconds. What replies take without bulk is learnt while hardly any goes.
 */
export function look(before: Yielding, sent: number, pressure: Pressure): Yielding {
  const quiet = sent <= 2 * least ? before.quiet + 1 : 0;
  const learns = quiet >= settled && pressure.updates > 0;
  const next: Yielding = {
    pace: before.pace,
    recent: add(before.recent, pressure, 0.7),
    usual: learns ? add(before.usual, pressure, 0.98) : before.usual,
    usualLag: learns ? before.usualLag * 0.9 + pressure.lag * 0.1 : before.usualLag,
    quiet,
  };
  return { ...next, pace: paceOf(next, sent, pressure) };
}

function paceOf(now: Yielding, sent: number, pressure: Pressure): number {
  if (now.recent.updates < hardly && pressure.waited === 0) return Number.POSITIVE_INFINITY;
  // Where none goes bulk is not at fault.
  if (isPressed(now, pressure)) return sent === 0 ? now.pace : Math.max(least, Math.min(now.pace, sent) / 2);
  const risen = now.pace * 1.1;
  return risen > unbounded ? Number.POSITIVE_INFINITY : risen;
}

/** Whether people wait for replies, and longer than without bulk. */
export function isPressed(
  { recent, usual, usualLag }: Yielding,
  { updates, waited, lag, statements }: Pressure,
): boolean {
  if (updates === 0 && waited === 0) return false;
  if (statements > 0 || lag > Math.max(bearableLag.atLeast, bearableLag.times * usualLag)) return true;
  if (recent.updates < enough || usual.updates < enough) return false;
  return recent.waited / recent.updates > (bearableWait * usual.waited) / usual.updates;
}

const add = (all: Waits, { updates, waited }: Waits, keep: number): Waits => ({
  updates: all.updates * keep + updates,
  waited: all.waited * keep + waited,
});
