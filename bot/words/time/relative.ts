import { isPermanent } from "../../programme/occurrence-end.ts";
import type { Translate } from "../messages/translator.ts";
import { daysBetween, inZone } from "./local-time.ts";
import { lastInstant, type Times } from "./when.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How near hours say more than "tomorrow", across midnight too. */
const nearHours = 6;

/** Beyond this many days the date alone says it better. */
const farDays = 13;

/**
 * How far off an occurrence is: "через 25 мин", "идёт сейчас", "завтра", "ещё 5 дней"; null when the date says enough.
 */
export function formatRelative(times: Times, t: Translate, zone: string, now: Date): string | null {
  if (now >= times.endsAt) return t("date.relative.over");
  return now >= times.startsAt ? formatRunning(times, t, zone, now) : formatComing(times, t, zone, now);
}

function formatRunning(times: Times, t: Translate, zone: string, now: Date): string | null {
  if (isPermanent(times.endsAt)) return null;
  // What lasts for days is not open at night: it says how long it stays instead of "on now".
  if (times.endsAt.getTime() - times.startsAt.getTime() > 24 * hour) {
    const days = daysBetween(inZone(now, zone), inZone(lastInstant(times), zone));
    return days === 0 ? t("date.relative.last_day") : t("date.relative.days_left", { days });
  }
  return times.hasStartTime ? t("date.relative.now") : t("date.relative.today");
}

function formatComing({ startsAt, hasStartTime }: Times, t: Translate, zone: string, now: Date): string | null {
  const days = daysBetween(inZone(now, zone), inZone(startsAt, zone));
  const left = startsAt.getTime() - now.getTime();
  if (hasStartTime && (days === 0 || left < nearHours * hour)) return formatWait(Math.ceil(left / minute), t);
  if (days === 0) return t("date.relative.today");
  if (days === 1) return t("date.relative.tomorrow");
  if (days === 2) return t("date.relative.day_after_tomorrow");
  return days <= farDays ? t("date.relative.days", { days }) : null;
}

function formatWait(minutes: number, t: Translate): string {
  if (minutes <= 1) return t("date.relative.starting");
  if (minutes < 60) return t("date.relative.minutes", { minutes: String(minutes) });
  if (minutes < 120 && minutes % 60 > 0) {
    return t("date.relative.hours_and_minutes", { hours: 1, minutes: String(minutes % 60) });
  }
  return t("date.relative.hours", { hours: Math.round(minutes / 60) });
}
