/** Where the playground takes the time from: `main.ts` passes the system clock, tests one that they turn by hand. */
export type Clock = { now(): Date };

/** The current time of `clock` as Telegram writes it, in whole seconds since 1970. */
export function unixTime(clock: Clock): number {
  return Math.floor(clock.now().getTime() / 1000);
}
