import { DateTime } from "luxon";
import type { Cell } from "./record.ts";

/** A moment of a table: without an hour it is a day. */
export interface SaidMoment {
  at: Date;
  hasTime: boolean;
}

/** Characters: a longer cell is prose. */
const longest = 60;

const formats = [
  "d.M.yyyy H:mm",
  "d.M.yyyy H:mm:ss",
  "d.M.yy H:mm",
  "d/M/yyyy H:mm",
  "yyyy-M-d H:mm",
  "yyyy-M-d H:mm:ss",
];
const dayFormats = ["d.M.yyyy", "d.M.yy", "d/M/yyyy", "yyyy-M-d"];

/** Reads "05.12.2026 18:30", "05.12.2026", "2026-12-05 18:30", or a spreadsheet's own date; null for anything else. */
export function readMoment(cell: Cell, zone: string): SaidMoment | null {
  if (typeof cell !== "string") return onWall(cell.date, zone);
  if (cell.length > longest) return null;
  const text = cell
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/ ?(?:,|T|в) ?(?=\d{1,2}[:.]\d\d)/u, " ");
  const said = text.replace(/ (\d{1,2})\.(\d\d)$/u, " $1:$2");
  for (const format of [...formats, ...dayFormats]) {
    const read = DateTime.fromFormat(said, format, { zone });
    if (read.isValid && read.year > 2000 && read.year < 2100)
      return { at: read.toJSDate(), hasTime: formats.includes(format) };
  }
  return null;
}

/** A spreadsheet knows no zone: its clock is the wall's, to the minute, whatever its fractions round to. */
function onWall(iso: string, zone: string): SaidMoment | null {
  const utc = DateTime.fromISO(iso, { zone: "utc" }).plus({ seconds: 30 }).startOf("minute");
  const local = utc.setZone(zone, { keepLocalTime: true });
  if (!local.isValid || local.year <= 2000 || local.year >= 2100) return null;
  return { at: local.toJSDate(), hasTime: local.hour + local.minute > 0 };
}

/** "20:00" on the day of the start, or a moment of its own. */
export function readEnd(cell: Cell, start: SaidMoment, zone: string): Date | null {
  const clock = typeof cell === "string" ? /^(\d{1,2})[:.](\d\d)$/u.exec(cell.trim()) : null;
  if (!clock) {
    const moment = readMoment(cell, zone);
    if (moment === null) return null;
    // Until the 7th means its evening.
    return moment.hasTime ? moment.at : DateTime.fromJSDate(moment.at, { zone }).plus({ days: 1 }).toJSDate();
  }
  const end = DateTime.fromJSDate(start.at, { zone }).set({ hour: Number(clock[1]), minute: Number(clock[2]) });
  if (!end.isValid) return null;
  return (end.toJSDate() > start.at ? end : end.plus({ days: 1 })).toJSDate();
}
