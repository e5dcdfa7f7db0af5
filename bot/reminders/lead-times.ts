import type { AttendanceMode } from "../programme/event.ts";

/** The reminder of the last days of what lasts: three days before its end, in minutes. Below zero, since it counts from there. */
export const lastDays = -4320;

/**
 * How long before the start a reminder may come, in minutes, the earliest first; 0 is at the start. What is below zero comes
 * so long before the end.
 */
export const leadTimes = [1440, 180, 60, 15, 0, lastDays] as const;
export type LeadTime = (typeof leadTimes)[number];

/**
 * Whether a lead is so near the start that a moved reminder would be of no use: it comes on the minute, at night
 * without a sound.
 */
export const isOnTheMinute = (lead: LeadTime): boolean => lead >= 0 && lead <= 15;

/**
 * Whether a reminder of `lead` minutes before is spoken for by a nearer one of these: the program was off, both are due
 * now, and to be told the same twice in a second helps nobody.
 */
export function isSpokenFor(lead: number, leads: readonly number[], { startsAt, now }: { startsAt: Date; now: Date }) {
  const left = (startsAt.getTime() - now.getTime()) / 60_000;
  return leads.some((nearer) => nearer < lead && nearer >= left);
}

/**
 * What one tap sets: an hour before, and the day before too for whoever has to get there; of what lasts for days its last
 * ones as well. So late that none of these is left, it is the earliest of those that are.
 */
export function defaultLeads(attendanceMode: AttendanceMode, offered: readonly LeadTime[]): LeadTime[] {
  const usual: LeadTime[] = attendanceMode === "online" ? [60, lastDays] : [1440, 60, lastDays];
  const left = usual.filter((lead) => offered.includes(lead));
  return left.length > 0 ? left : offered.slice(0, 1);
}
