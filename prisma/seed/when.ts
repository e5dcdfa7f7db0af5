import { DateTime } from "luxon";

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Moments around one "now", on the wall clock of one zone. */
export interface When {
  /** Now less that many minutes, on the whole minute at or before. */
  minutesAgo(minutes: number): DateTime;
  /** Now and that many minutes, on the whole minute at or after. */
  inMinutes(minutes: number): DateTime;
  /** That hour of this evening, which ends at 04:00; an hour already gone moves into what is left of the evening. */
  tonight(hour: number, minute: number): DateTime;
  /** That hour of the day `days` from today; 0 is today. */
  inDays(days: number, hour: number, minute: number): DateTime;
  /** That hour of the day `days` ago. */
  past(days: number, hour: number, minute: number): DateTime;
  /** Saturday (6) or Sunday (7) of this week. */
  weekend(day: 6 | 7, hour: number, minute: number): DateTime;
  /** Dates of those weekdays from `from` to `to` weeks off this week, no further than 60 days from now. */
  everyWeek(weekdays: Weekday[], hour: number, minute: number, weeks?: { from: number; to: number }): DateTime[];
}

const eveningStartsAt = 17;
const eveningEndsAt = 4;
const eveningHours = 24 - eveningStartsAt + eveningEndsAt;

/** Binds the helpers to `now` in the IANA zone `zone`. */
export function createWhen(now: Date, zone: string): When {
  const local = DateTime.fromJSDate(now, { zone });
  const wholeMinute = local.startOf("minute");
  const today = local.startOf("day");
  const eveningDay = local.hour < eveningEndsAt ? today.minus({ days: 1 }) : today;
  const eveningEnd = eveningDay.plus({ days: 1 }).set({ hour: eveningEndsAt });

  const inDays = (days: number, hour: number, minute: number) => today.plus({ days }).set({ hour, minute });

  const inMinutes = (minutes: number) =>
    (wholeMinute < local ? wholeMinute.plus({ minutes: 1 }) : wholeMinute).plus({ minutes });

  const tonight = (hour: number, minute: number) => {
    const day = hour < eveningEndsAt ? eveningDay.plus({ days: 1 }) : eveningDay;
    const planned = day.set({ hour, minute });
    if (planned > local) return planned;
    const hoursIn = ((hour - eveningStartsAt + 24) % 24) + minute / 60;
    const left = eveningEnd.diff(local).toMillis();
    const squeezed = ceilToFiveMinutes(local.plus({ milliseconds: Math.round(left * (hoursIn / eveningHours)) }));
    return DateTime.min(squeezed, eveningEnd.minus({ minutes: 1 }));
  };

  const everyWeek: When["everyWeek"] = (weekdays, hour, minute, weeks = { from: -3, to: 5 }) => {
    const dates: DateTime[] = [];
    for (let week = weeks.from; week <= weeks.to; week += 1) {
      const monday = today.startOf("week").plus({ weeks: week });
      for (const weekday of weekdays) dates.push(monday.plus({ days: weekday - 1 }).set({ hour, minute }));
    }
    return dates.filter((date) => Math.abs(date.diff(local, "days").days) <= 60);
  };

  return {
    minutesAgo: (minutes) => wholeMinute.minus({ minutes }),
    inMinutes,
    tonight,
    inDays,
    past: (days, hour, minute) => inDays(-days, hour, minute),
    weekend: (day, hour, minute) =>
      today
        .startOf("week")
        .plus({ days: day - 1 })
        .set({ hour, minute }),
    everyWeek,
  };
}

function ceilToFiveMinutes(time: DateTime): DateTime {
  const five = 5 * 60_000;
  return time.plus({ milliseconds: (five - (time.toMillis() % five)) % five });
}
