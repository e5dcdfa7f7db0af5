import { isPermanent } from "../../programme/occurrence-end.ts";
import type { Translate } from "../messages/translator.ts";
import { formatDay, formatDays, formatTime } from "./dates.ts";
import { daysBetween, inZone } from "./local-time.ts";

/** The times of an occurrence; where `hasEndTime` is false the end is a guess that is not to be shown. */
export interface Times {
  startsAt: Date;
  endsAt: Date;
  hasStartTime: boolean;
  hasEndTime: boolean;
}

/** An end before this hour belongs to the evening before: "22:00–02:00". */
const morning = 12;

/** Up to so many midnights both ends are shown to the minute, beyond them the days alone. */
const exactMidnights = 2;

/** When an occurrence is, as it stands inside a sentence: "чт, 20 ноября, 19:00–21:00", "20 ноября – 5 декабря". */
export function formatWhen(times: Times, t: Translate, zone: string, now: Date): string {
  const { startsAt, endsAt, hasStartTime, hasEndTime } = times;
  if (isPermanent(endsAt)) return t("date.permanent");

  const last = lastInstant(times);
  const midnights = hasEndTime ? daysBetween(inZone(startsAt, zone), inZone(last, zone)) : 0;
  const isOneEvening = midnights === 0 || (midnights === 1 && hasStartTime && inZone(endsAt, zone).hour < morning);
  const at = (instant: Date, time: string) => t("date.day_and_time", { day: formatDay(instant, t, zone, now), time });

  if (isOneEvening) {
    if (!hasStartTime) return t("date.time_unknown", { day: formatDay(startsAt, t, zone, now) });
    const start = formatTime(startsAt, zone);
    return at(startsAt, hasEndTime ? t("date.hours", { from: start, to: formatTime(endsAt, zone) }) : start);
  }
  if (hasStartTime && midnights <= exactMidnights) {
    return t("date.between", {
      from: at(startsAt, formatTime(startsAt, zone)),
      to: at(endsAt, formatTime(endsAt, zone)),
    });
  }
  return formatDays(startsAt, last, t, zone, now);
}

/** The last instant of an occurrence: one that ends at midnight does not reach into the next day. */
export function lastInstant({ startsAt, endsAt }: Times): Date {
  return new Date(Math.max(startsAt.getTime(), endsAt.getTime() - 1));
}
