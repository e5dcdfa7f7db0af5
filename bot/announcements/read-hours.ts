import type { Hours } from "./announcement.ts";

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
