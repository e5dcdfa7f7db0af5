import { DateTime } from "luxon";
import type { Reading } from "../../../when/days.ts";
import type { ParsedDate } from "../../../when/parse/parse-dates.ts";
import type { RecordProblem } from "../../problem.ts";
import { shorten } from "../../text/clean-text.ts";
import type { Cell, Cells } from "../record.ts";
import { parseCellDates, parseCellEnd, serialDate } from "./cell-dates.ts";
import { isPlaceholder, textOf } from "./cells.ts";
import { weekdaysIn } from "./weekday-cells.ts";

/** The dates of a row, or why it has none. */
export type RowDates = { kind: "dates"; dates: ParsedDate[] } | { kind: "refused"; problem: RecordProblem };

/** A day and a month by slashes, which may be two days. */
const slashed = /(?<!\d)(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])(?!\d)/u;

/** Reads when a row is: a cell with the date, one with the hour, and the end in up to three. What is not understood is said. */
export function datesOfRow(cells: Cells, reading: Reading, warnings: RecordProblem[]): RowDates {
  const { start } = cells;
  if (start === undefined || isPlaceholder(start)) return { kind: "refused", problem: { code: "no_dates" } };
  const named = parseCellDates(start, reading);
  if (named === null) {
    const said = shorten(textOf(start), 40);
    const code = slashed.test(said) ? ("ambiguous_date" as const) : ("bad_date" as const);
    return { kind: "refused", problem: { code, said } };
  }
  if (!isOnWeekday(named, cells.weekday, reading, warnings)) {
    const said = shorten(`${textOf(start)}, ${textOf(cells.weekday)}`, 40);
    return { kind: "refused", problem: { code: "bad_date", said } };
  }
  const span = spanOf(named, cells.endDate, reading);
  const dates = span ? [span] : withTime(named, start, cells.time, reading, warnings);
  if (span && cells.time !== undefined && !isPlaceholder(cells.time)) {
    warnings.push({ code: "bad_value", said: shorten(clockText(cells.time), 40) });
  }
  return { kind: "dates", dates: span ? dates : dates.map((date) => ended(date, cells, reading, warnings)) };
}

/** Whether dates are on the weekdays of a column of its own; what is no weekday there, or of days that go on, is remarked. */
function isOnWeekday(
  named: readonly ParsedDate[],
  cell: Cell | undefined,
  { zone }: Reading,
  warnings: RecordProblem[],
): boolean {
  if (cell === undefined || isPlaceholder(cell)) return true;
  const { weekdays, isAll } = weekdaysIn(textOf(cell));
  const isOpen = named.some(({ hasStartTime, endsAt }) => !hasStartTime && endsAt !== null);
  if (isAll && !isOpen)
    return named.every(({ startsAt }) => weekdays.has(DateTime.fromJSDate(startsAt, { zone }).weekday));
  warnings.push({ code: "bad_value", said: shorten(textOf(cell), 40) });
  return true;
}

/** Days from one column to another. */
function spanOf(named: readonly ParsedDate[], endDate: Cell | undefined, reading: Reading): ParsedDate | null {
  const [first, ...others] = named;
  if (!first || others.length > 0 || first.hasStartTime || endDate === undefined || isPlaceholder(endDate)) return null;
  const endsAt = parseCellEnd(endDate, first.startsAt, reading);
  if (!endsAt) return null;
  const isLonger = endsAt.getTime() - first.startsAt.getTime() > 30 * 3_600_000;
  return isLonger ? { ...first, endsAt } : null;
}

/** The hour of a column of its own: "18:30", "18.30–20:00", "12:00, 15:00", or a spreadsheet's time. */
function withTime(
  named: ParsedDate[],
  start: Cell,
  time: Cell | undefined,
  reading: Reading,
  warnings: RecordProblem[],
): ParsedDate[] {
  if (time === undefined || isPlaceholder(time)) return named;
  const said = clockText(time);
  const day = dayText(start);
  if (named.every(({ hasStartTime }) => !hasStartTime)) {
    for (const text of [`${day} ${said}`, `${day} в ${said}`]) {
      const timed = parseCellDates(text, reading);
      if (timed?.every(({ hasStartTime }) => hasStartTime)) return timed;
    }
  } else if (named.every(({ startsAt }) => hourOf(startsAt, reading) === said)) return named;
  warnings.push({ code: "bad_value", said: shorten(said, 40) });
  return named;
}

const hourOf = (at: Date, { zone }: Reading): string => DateTime.fromJSDate(at, { zone }).toFormat("HH:mm");

/** A time without a day, as spreadsheets hold it: on the day that they count from, or as a part of one. */
export function clockText(cell: Cell): string {
  if (typeof cell !== "string") {
    const at = DateTime.fromISO(cell.date, { zone: "utc" }).plus({ seconds: 30 });
    return at.toFormat("HH:mm");
  }
  const part = /^0[.,]\d{1,15}$/u.test(cell.trim()) ? Number(cell.trim().replace(",", ".")) : null;
  if (part === null) return cell.trim();
  return DateTime.fromMillis(Math.round(part * 1_440) * 60_000, { zone: "utc" }).toFormat("HH:mm");
}

function ended(date: ParsedDate, cells: Cells, reading: Reading, warnings: RecordProblem[]): ParsedDate {
  const { endDate, endTime, end } = cells;
  const isThere = (cell: Cell | undefined): cell is Cell => cell !== undefined && !isPlaceholder(cell);
  const clock = isThere(endTime) ? clockText(endTime) : null;
  const said: Cell | null =
    isThere(endDate) && clock !== null
      ? `${dayText(endDate)} ${clock}`
      : clock !== null
        ? clock
        : isThere(end)
          ? withoutDay(end)
          : isThere(endDate)
            ? endDate
            : null;
  if (said === null) return date;
  const endsAt = parseCellEnd(said, date.startsAt, reading);
  if (endsAt === undefined) return date;
  if (endsAt !== null) return { ...date, endsAt };
  warnings.push({ code: "bad_end_left_out", said: shorten(textOf(said), 40) });
  return date;
}

/** A day in words or figures; a spreadsheet's own is written out. */
function dayText(cell: Cell): string {
  const date = typeof cell === "string" ? serialDate(cell) : cell.date;
  return date === null ? textOf(cell).trim() : DateTime.fromISO(date, { zone: "utc" }).toFormat("dd.MM.yyyy");
}

const withoutDay = (cell: Cell): Cell => {
  const isClock =
    typeof cell === "string" ? /^0[.,]\d{1,15}$/u.test(cell.trim()) : Number(cell.date.slice(0, 4)) < 1901;
  return isClock ? clockText(cell) : cell;
};
