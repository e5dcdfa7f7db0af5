import type { Translate } from "../messages/translator.ts";
import { formatDay, formatTime } from "./dates.ts";
import { daysBetween, inZone } from "./local-time.ts";

/** In whose words, by the city's clock, with the reader's own beside it. */
export interface ClockReader {
  t: Translate;
  /** The city's zone: by its clock everything is told that takes place in the city. */
  zone: string;
  /** The reader's own zone. Default: the city's. */
  ownZone?: string;
  now: Date;
}

/** When that is by the reader's own clock: "у вас 20:00", with the day where it is another one; null where it is the same. */
export function formatOwnTime(instant: Date, { t, zone, ownZone = zone, now }: ClockReader): string | null {
  if (isSameClock(instant, zone, ownZone)) return null;
  const time = formatTime(instant, ownZone);
  const isSameDay = daysBetween(inZone(instant, zone), inZone(instant, ownZone)) === 0;
  const day = formatDay(instant, t, ownZone, now);
  return t("date.yours", { when: isSameDay ? time : t("date.day_and_time", { day, time }) });
}

/** Whose clock a text with many times goes by: "Время казанское, у вас +4 ч"; null where it is the reader's own. */
export function formatClockNote({ t, zone, ownZone = zone, now }: ClockReader): string | null {
  if (isSameClock(now, zone, ownZone)) return null;
  const hours = (inZone(now, ownZone).offset - inZone(now, zone).offset) / 60;
  return t("date.clock_note", { clock: t("city.clock"), hours: `${hours > 0 ? "+" : "−"}${Math.abs(hours)}` });
}

const isSameClock = (instant: Date, zone: string, other: string): boolean =>
  zone === other || inZone(instant, zone).offset === inZone(instant, other).offset;
