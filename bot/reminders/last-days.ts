import { findQuiet } from "../people/quiet-hours.ts";
import { isPermanent } from "../programme/occurrence-end.ts";
import { daysBetween, inZone } from "../words/time/local-time.ts";
import { lastDays } from "./lead-times.ts";
import type { PlannedReminder, Situation } from "./plan.ts";

const day = 24 * 3_600_000;

/** The last day on which something is on, from its beginning; an end at midnight does not reach into the next day. */
const lastDay = (endsAt: Date, zone: string) => inZone(new Date(endsAt.getTime() - 1), zone).startOf("day");

/**
 * When the last days of what lasts are told: at noon three days before the last one, or when quiet hours end. Null for what
 * has no last days, because it is shorter than a day more than that, or is there for good; and where it is too late.
 */
export function planLastDays({ startsAt, endsAt, status, zone, quiet }: Situation, now: Date): PlannedReminder | null {
  if (status === "cancelled" || status === "postponed" || isPermanent(endsAt)) return null;
  const noon = lastDay(endsAt, zone).plus({ minutes: lastDays }).set({ hour: 12 }).toJSDate();
  if (noon <= now || noon.getTime() - startsAt.getTime() < day) return null;
  const dueAt = findQuiet(noon, quiet, zone)?.ends ?? noon;
  return dueAt >= endsAt ? null : { lead: lastDays, lane: "normal", dueAt, expiresAt: endsAt, silent: false };
}

/** Days that are left after this one until the last: 0 on the last day. */
export const daysLeft = (endsAt: Date, zone: string, now: Date): number =>
  Math.max(0, daysBetween(inZone(now, zone), lastDay(endsAt, zone)));
