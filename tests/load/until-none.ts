import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "../support/patience.ts";

/**
 * Looks every so often how much is left, until it is nothing, or has not become less for as long as a test is patient: a
 * slow machine gets all the time that it makes use of. Resolves with what is left.
 */
export async function untilNone(count: () => number | Promise<number>, every = 50): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  let end = 0;
  for (;;) {
    const left = await count();
    if (left < least) end = performance.now() + patience;
    least = Math.min(least, left);
    if (left === 0 || performance.now() > end) return left;
    await sleep(every);
  }
}
