import { DateTime } from "luxon";
import { findSaidTimes } from "../programme/editing/said-times.ts";
import { understand } from "../programme/search/understand.ts";
import type { Hours } from "./announcement.ts";

export type SaidMoment = { kind: "moment"; at: Date } | { kind: "past" } | { kind: "unclear" };

/** Reads "tomorrow 10:00", "в пятницу в 18:30", "5 декабрь 9:00"; without a day the next time the clock says so is meant. */
export function readMoment(text: string, { now, zone }: { now: Date; zone: string }): SaidMoment {
  const [time] = findSaidTimes(text);
  if (time === undefined) return { kind: "unclear" };
  const [window] = understand(text, now, zone).windows;
  const day = DateTime.fromJSDate(window?.from ?? now, { zone }).startOf("day");
  const at = day.set({ hour: Math.floor(time.value.from / 60), minute: time.value.from % 60 });
  if (at.toJSDate() > now) return { kind: "moment", at: at.toJSDate() };
  return window === undefined ? { kind: "moment", at: at.plus({ days: 1 }).toJSDate() } : { kind: "past" };
}

/** Reads hours of the wall clock: "10–20", "9:30-21:00"; over midnight if the second is the smaller one. */
export function readHours(text: string): Hours | null {
  const parts = /^\D*(\d{1,2})(?:[:.](\d\d))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d\d))?\D*$/u.exec(text.trim());
  const from = minutes(parts?.[1], parts?.[2]);
  const until = minutes(parts?.[3], parts?.[4]);
  return from === null || until === null || from === until ? null : { from, until };
}

/** 24:00 is midnight. */
function minutes(hour: string | undefined, minute = "0"): number | null {
  const total = Number(hour ?? Number.NaN) * 60 + Number(minute);
  return Number(minute) < 60 && total <= 24 * 60 ? total % (24 * 60) : null;
}
