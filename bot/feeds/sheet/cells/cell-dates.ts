import { DateTime } from "luxon";
import type { Reading } from "../../../when/days.ts";
import { type ParsedDate, parseNamedDates } from "../../../when/parse/parse-dates.ts";
import { parseTime } from "../../../when/parse/parse-hours.ts";
import type { Cell } from "../record.ts";

/** Characters: a longer cell is prose. */
const longest = 60;
/** The day that a spreadsheet counts its days from. */
const firstDay = Date.UTC(1899, 11, 30);

/**
 * Reads the dates of a cell: "05.12.2026 18:30", "20 декабря, 19:00", "с 5 по 20 декабря", "05.12.2026 12:00, 15:00", an
 * ISO instant, or a spreadsheet's own date; null for anything else, or where a word is left over.
 */
export function parseCellDates(cell: Cell, reading: Reading): ParsedDate[] | null {
  if (typeof cell !== "string") return onWall(cell.date, reading.zone);
  const text = cell.trim();
  if (text.length > longest) return null;
  const serial = serialDate(text);
  if (serial !== null) return onWall(serial, reading.zone);
  if (/^20\d\d-\d\d-\d\dT[\d:.]{5,15}(?:Z|[+-]\d\d:?\d\d)$/u.test(text)) return plausible(DateTime.fromISO(text), true);
  const read = parseNamedDates(text, reading);
  const dates = read.kind === "dates" && read.unused.length === 0 ? read.dates : [];
  return dates.length > 0 && dates.every(({ startsAt }) => isPlausible(DateTime.fromJSDate(startsAt))) ? dates : null;
}

/** The date that a spreadsheet's number of days stands for, on the wall as if in UTC; null for anything else. */
export function serialDate(cell: string): string | null {
  const [, days, part = 0] = /^\s*(\d{5})(?:[.,](\d{1,12}))?\s*$/u.exec(cell) ?? [];
  return days === undefined ? null : wallOf(Number(`${days}.${part}`));
}

const wallOf = (days: number): string => new Date(firstDay + Math.round(days * 1_440) * 60_000).toISOString();

/** A spreadsheet knows no zone: its clock is the wall's, to the minute, whatever its fractions round to. */
function onWall(iso: string, zone: string): ParsedDate[] | null {
  const utc = DateTime.fromISO(iso, { zone: "utc" }).plus({ seconds: 30 }).startOf("minute");
  const local = utc.setZone(zone, { keepLocalTime: true });
  return plausible(local, local.hour + local.minute > 0);
}

const plausible = (at: DateTime, hasStartTime: boolean): ParsedDate[] | null =>
  isPlausible(at) ? [{ startsAt: at.toJSDate(), endsAt: null, hasStartTime }] : null;

const isPlausible = (at: DateTime): boolean => at.isValid && at.year > 2000 && at.year < 2100;

/**
 * Reads the end of what begins at `start`: "20:00" or "до 20:00" on its day, or a date of its own; null for anything else,
 * or an end before the start. A dash says that nobody knows, which is undefined.
 */
export function parseCellEnd(cell: Cell, start: Date, reading: Reading): Date | null | undefined {
  if (typeof cell === "string" && /^\s*(?:[-–—−]+|\?|нет|юк|no|n\/a)?\s*$/iu.test(cell)) return undefined;
  const clock = typeof cell === "string" && cell.length <= longest ? parseTime(cell) : null;
  if (clock !== null) {
    const day = DateTime.fromJSDate(start, { zone: reading.zone });
    const end = day.set({ hour: Math.floor(clock / 60), minute: clock % 60 });
    return (end.toJSDate() > start ? end : end.plus({ days: 1 })).toJSDate();
  }
  const [end, ...others] = parseCellDates(cell, reading) ?? [];
  if (end === undefined || others.length > 0) return null;
  // Until the 7th means its evening.
  const day = DateTime.fromJSDate(end.startsAt, { zone: reading.zone });
  const endsAt = end.endsAt ?? (end.hasStartTime ? end.startsAt : day.plus({ days: 1 }).toJSDate());
  return endsAt > start ? endsAt : null;
}
