import { DateTime } from "luxon";
import { z } from "zod";

/** What Zoom keeps of a meeting. */
export interface ZoomMeeting {
  id: number;
  type: 2 | 8;
  topic: string;
  agenda: string;
  timezone: string;
  settings: Record<string, unknown>;
  dates: ZoomDate[];
  registrants: ZoomRegistrant[];
}

export interface ZoomDate {
  occurrence_id: string;
  start_time: string;
  duration: number;
}

export interface ZoomRegistrant {
  registrant_id: string;
  email: string;
  first_name: string;
  last_name: string;
  join_url: string;
  status: "approved" | "cancelled";
}

export const scheduleShape = z.object({
  type: z.union([z.literal(2), z.literal(8)]),
  start_time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  timezone: z.string(),
  duration: z.int().min(1),
  recurrence: z
    .object({
      type: z.literal(2),
      repeat_interval: z.literal(1),
      weekly_days: z.string().regex(/^[1-7](,[1-7])*$/),
      end_times: z.int().min(1).max(50),
    })
    .optional(),
});

/** The dates that a schedule has, as Zoom makes them: weekly on these days (1 is Sunday) at the wall clock of the start. */
export function datesOf({ start_time, timezone, duration, recurrence }: z.output<typeof scheduleShape>): ZoomDate[] {
  const start = DateTime.fromISO(start_time, { zone: timezone });
  const dates: ZoomDate[] = [];
  const days = recurrence?.weekly_days.split(",").map(Number);
  for (let day = start; dates.length < (recurrence?.end_times ?? 1); day = day.plus({ days: 1 }))
    if (days === undefined || days.includes((day.weekday % 7) + 1)) dates.push(dateAt(day.toJSDate(), duration));
  return dates;
}

/** Zoom names a date by the milliseconds of its start; it keeps the name when it is moved. */
export const dateAt = (start: Date, duration: number): ZoomDate => ({
  occurrence_id: String(start.getTime()),
  start_time: start.toISOString().replace(".000Z", "Z"),
  duration,
});
