import type { Translate } from "../messages/translator.ts";

/** A length of time in whole minutes: "45 мин", "1 час 30 мин", "2 часа", from two days on "3 дня". */
export function formatDuration(minutes: number, t: Translate): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole >= 48 * 60) return t("duration.days", { days: Math.round(whole / (24 * 60)) });
  const hours = Math.floor(whole / 60);
  const rest = String(whole % 60);
  if (hours === 0) return t("duration.minutes", { minutes: rest });
  return rest === "0" ? t("duration.hours", { hours }) : t("duration.hours_and_minutes", { hours, minutes: rest });
}
