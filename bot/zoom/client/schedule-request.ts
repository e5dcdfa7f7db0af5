import { inZone } from "../../words/time/local-time.ts";
import type { Schedule } from "../meeting.ts";

/**
 * A schedule in Zoom's words: type 2 has one date, type 8 recurs. The start is a wall clock in `timeZone`, so that the
 * later dates keep theirs when the clocks change.
 */
export function toRequest(schedule: Schedule, timeZone: string) {
  const start = inZone(schedule.startsAt, timeZone);
  return {
    type: schedule.kind === "single" ? 2 : 8,
    start_time: start.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    timezone: timeZone,
    duration: schedule.minutes,
    ...(schedule.kind === "single"
      ? {}
      : {
          recurrence: {
            type: 2,
            repeat_interval: 1,
            weekly_days: schedule.weekdays.map(toZoomDay).join(","),
            end_times: schedule.times,
          },
        }),
  };
}

/** ISO begins the week on Monday (1), Zoom on Sunday (1). */
const toZoomDay = (weekday: number): number => (weekday % 7) + 1;
