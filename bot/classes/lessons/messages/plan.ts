import type { Lane } from "../../../delivery/delivery.ts";
import { isQuiet, type QuietHours } from "../../../people/quiet-hours.ts";
import { leadTimes } from "../../../reminders/lead-times.ts";
import { planReminders, type Slot } from "../../../reminders/plan.ts";
import { joinFrom, joinMinutes } from "../lesson.ts";
import { leadChoices } from "./lead-choice.ts";

/** When a lesson takes place and for whom: all that its reminders depend on. */
export interface LessonSituation {
  startsAt: Date;
  endsAt: Date;
  /** The person's zone, an IANA name. */
  zone: string;
  quiet: QuietHours | null;
  /** How long before it the learner wants to be reminded, in minutes. Default: a day and an hour. */
  leads?: readonly number[];
}

/** A reminder of a lesson; `join` brings the button to it. */
export type PlannedLessonReminder = Slot & {
  lead: number;
  kind: "lesson" | "join";
  lane: Lane;
  payload: { startsAt: string; lead: number };
};

/** How long before a lesson its learners may be told of it, in minutes; the last brings the way in. */
export const lessonLeads = [1440, 180, 60, joinMinutes] as const;

/**
 * The reminders of a lesson that is not over: those that were chosen by the rules of all reminders, and the way in 15
 * minutes before – never moved, and at once for who comes later than that.
 */
export function planForLesson(
  { startsAt, endsAt, zone, quiet, leads = leadChoices.usual }: LessonSituation,
  now: Date,
): PlannedLessonReminder[] {
  const situation = { startsAt, endsAt, zone, quiet, hasStartTime: true, status: "scheduled" } as const;
  const about = (lead: number) => ({ lead, payload: { startsAt: startsAt.toISOString(), lead } });
  const wanted = leadTimes.filter((lead) => leads.includes(lead));
  const before = planReminders(situation, wanted, now).map(
    ({ lead, ...slot }): PlannedLessonReminder => ({ ...slot, ...about(lead), kind: "lesson", lane: "normal" }),
  );
  const dueAt = new Date(Math.max(joinFrom(startsAt).getTime(), now.getTime()));
  const silent = isQuiet(dueAt, quiet, zone);
  return [...before, { ...about(joinMinutes), kind: "join", lane: "urgent", dueAt, expiresAt: endsAt, silent }];
}
