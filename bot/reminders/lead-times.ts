import type { AttendanceMode } from "../programme/event.ts";

/** How long before the start a reminder may come, in minutes, the earliest first; 0 is at the start. */
export const leadTimes = [1440, 180, 60, 15, 0] as const;
export type LeadTime = (typeof leadTimes)[number];

/**
 * Whether a lead is so near the start that a moved reminder would be of no use: it comes on the minute, at night
 * without a sound.
 */
export const isOnTheMinute = (lead: LeadTime): boolean => lead <= 15;

/**
 * Whether a reminder of `lead` minutes before is spoken for by a nearer one of these: the program was off, both are due
 * now, and to be told the same twice in a second helps nobody.
 */
export function isSpokenFor(lead: number, leads: readonly number[], { startsAt, now }: { startsAt: Date; now: Date }) {
  const left = (startsAt.getTime() - now.getTime()) / 60_000;
  return leads.some((nearer) => nearer < lead && nearer >= left);
}

/**
 * What one tap sets: an hour before, and the day before too for whoever has to get there. So late that neither is left,
 * it is the earliest of those that are.
 */
export function defaultLeads(attendanceMode: AttendanceMode, offered: readonly LeadTime[]): LeadTime[] {
  const usual: LeadTime[] = attendanceMode === "online" ? [60] : [1440, 60];
  const left = usual.filter((lead) => offered.includes(lead));
  return left.length > 0 ? left : offered.slice(0, 1);
}
