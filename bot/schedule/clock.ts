/** Where the time comes from: the system's in main.ts, a hand-wound one in tests. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
