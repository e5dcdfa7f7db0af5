/** How much one person may say in so many days. Whoever is over it is told when there is room again. */
export const limits = [
  { what: "comments", most: 10, perDays: 1 },
  { what: "flags", most: 10, perDays: 1 },
  { what: "ideas", most: 3, perDays: 7 },
  { what: "questions", most: 5, perDays: 1 },
] as const satisfies readonly Limit[];

export interface Limit {
  what: string;
  most: number;
  perDays: number;
}

export type Limited = (typeof limits)[number]["what"];

const day = 24 * 3_600_000;

/** The limit of one kind of saying. */
export function limitOf(what: Limited): Limit {
  const limit = limits.find((each) => each.what === what);
  if (limit === undefined) throw new Error(`nothing limits ${what}`);
  return limit;
}

/** Since when sayings count towards a limit. */
export const limitedSince = ({ perDays }: Limit, now: Date): Date => new Date(now.getTime() - perDays * day);

/** Whether one more fits, after those said at these times. */
export const withinLimits = (times: readonly Date[], limit: Limit, now: Date): boolean =>
  times.filter((time) => time > limitedSince(limit, now)).length < limit.most;

/** When one more fits. */
export function fitsAgainAt(times: readonly Date[], limit: Limit, now: Date): Date {
  const counted = times.filter((time) => time > limitedSince(limit, now)).toSorted((a, b) => a.getTime() - b.getTime());
  const leaving = counted[counted.length - limit.most];
  return leaving === undefined ? now : new Date(leaving.getTime() + limit.perDays * day);
}
