/** How often somebody may raise their voice in one way. */
export interface Limit {
  what: string;
  most: number;
  /** Over so many days before now. */
  perDays: number;
}

/** Every limit, one line each; they hold for a person, whatever number of accounts. */
export const limits = [{ what: "idea", most: 3, perDays: 7 }] as const satisfies readonly Limit[];

const day = 86_400_000;

/** Whether somebody who did it at these times may do it once more. */
export const withinLimits = (times: readonly Date[], limit: Limit, now: Date): boolean =>
  times.filter((at) => at.getTime() > now.getTime() - limit.perDays * day).length < limit.most;
