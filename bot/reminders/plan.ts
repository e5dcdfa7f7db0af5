import type { Lane } from "../delivery/delivery.ts";
import { findQuiet, isQuiet, type QuietHours } from "../people/quiet-hours.ts";
import type { OccurrenceStatus } from "../programme/event.ts";
import { inZone } from "../words/time/local-time.ts";
import { planLastDays } from "./last-days.ts";
import { isOnTheMinute, type LeadTime, lastDays, leadTimes } from "./lead-times.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A reminder brought forward comes so much before quiet hours begin, so that it is read and not only received. */
const beforeQuiet = 5 * minute;

/** A reminder brought forward by more than this would be forgotten again: it waits for the end of quiet hours instead. */
const furthestForward = 3 * hour;

/** "It begins" is said so long after it began, then no more. */
const startGrace = 5 * minute;

/** How it was is asked so long after the end. */
const feedbackAfter = 15 * minute;

/** Nobody remembers an evening of an exhibition that closed after months: what lasts longer is not asked about. */
const longestAskedAbout = 7 * 24 * hour;

/** When something takes place and for whom: all that a plan of messages depends on. */
export interface Situation {
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  status: OccurrenceStatus;
  /** The person's zone, an IANA name. */
  zone: string;
  quiet: QuietHours | null;
}

/** When a message goes out, and until when it makes sense. */
export interface Slot {
  dueAt: Date;
  expiresAt: Date;
  silent: boolean;
}

export type PlannedReminder = Slot & { lead: LeadTime; lane: Lane };

/** The lead times for which it is not too late: those that a person may choose. */
export function offeredLeads(situation: Situation, now: Date): LeadTime[] {
  return leadTimes.filter((lead) => planReminder(situation, lead, now) !== null);
}

/** Whether there is any; the latest first, because it takes the least to find out. */
export function isOffered(situation: Situation, now: Date): boolean {
  return leadTimes.toReversed().some((lead) => planReminder(situation, lead, now) !== null);
}

/**
 * When the reminders of one person for one date go out. Two that quiet hours bring to the same minute are one: the one
 * nearer the start. What is postponed or cancelled has none.
 */
export function planReminders(situation: Situation, leads: readonly LeadTime[], now: Date): PlannedReminder[] {
  const planned = leads.flatMap((lead) => planReminder(situation, lead, now) ?? []);
  const byMinute = new Map(planned.sort((a, b) => b.lead - a.lead).map((slot) => [slot.dueAt.getTime(), slot]));
  return [...byMinute.values()];
}

/**
 * When one reminder goes out, null if it is too late for it. One that falls into quiet hours comes five minutes before
 * they begin, if that is at most three hours earlier; else at their end, if that is before the start; else, for what
 * begins in the early morning, the evening before after all. 15 minutes before and at the start are never moved: they
 * come silently. A date without an hour is reminded of at noon of the day before. The last days have a rule of their own.
 */
export function planReminder(situation: Situation, lead: LeadTime, now: Date): PlannedReminder | null {
  const { startsAt, hasStartTime, status, zone, quiet: hours } = situation;
  if (lead === lastDays) return planLastDays(situation, now);
  if (status === "cancelled" || status === "postponed" || startsAt <= now) return null;
  if (!hasStartTime && lead !== 1440) return null;
  const wanted = hasStartTime
    ? new Date(startsAt.getTime() - lead * minute)
    : inZone(startsAt, zone).minus({ days: 1 }).set({ hour: 12, minute: 0 }).toJSDate();
  if (wanted <= now) return null;

  const expiresAt = lead === 0 ? new Date(startsAt.getTime() + startGrace) : startsAt;
  const slot = { lead, lane: lead === 0 ? "urgent" : "normal", expiresAt } as const;
  if (isOnTheMinute(lead)) return { ...slot, dueAt: wanted, silent: isQuiet(wanted, hours, zone) };
  const quiet = findQuiet(wanted, hours, zone);
  if (quiet === null) return { ...slot, dueAt: wanted, silent: false };

  const before = new Date(quiet.begins.getTime() - beforeQuiet);
  const isLeft = before > now;
  const isNear = wanted.getTime() - before.getTime() <= furthestForward;
  if (isLeft && isNear) return { ...slot, dueAt: before, silent: false };
  if (quiet.ends < startsAt) return { ...slot, dueAt: quiet.ends, silent: false };
  return isLeft ? { ...slot, dueAt: before, silent: false } : null;
}

/**
 * When a person is asked how it was: a quarter of an hour after the end, or at the end of quiet hours, until noon of
 * the day after. Null where nobody is to be asked any more.
 */
export function planFeedback({ startsAt, endsAt, status, zone, quiet: hours }: Situation, now: Date): Slot | null {
  if (status === "cancelled" || status === "postponed") return null;
  if (endsAt.getTime() - startsAt.getTime() > longestAskedAbout) return null;
  const wanted = new Date(Math.max(endsAt.getTime() + feedbackAfter, now.getTime()));
  const dueAt = findQuiet(wanted, hours, zone)?.ends ?? wanted;
  const nextDay = inZone(endsAt, zone).plus({ days: 1 });
  const expiresAt = nextDay.set({ hour: 12, minute: 0, second: 0, millisecond: 0 }).toJSDate();
  return dueAt < expiresAt ? { dueAt, expiresAt, silent: false } : null;
}
