import { defineCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { after, type Codec, fields, optional, whole } from "../../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { periods, type ReportPeriod } from "../../../bot/reports/counting/span.ts";
import { type Subject, subjects } from "../../../bot/reports/reports.ts";
import { type Dimension, dimensions } from "../../../bot/reports/subjects/breakdown-store.ts";
import type { DaySpan } from "../../../bot/when/parse/parse-days.ts";

/** Buttons of the numbers. */

/** A usual period, or days that somebody chose. */
export type ChosenPeriod = ReportPeriod | DaySpan;

/** A subject over a period, parted by something or whole. */
export interface NumbersState {
  subject: Subject;
  period: ChosenPeriod;
  by: Dimension | null;
}

const usual = oneOf(periods);

/** "year", or "20250901-20260531". */
const period: Codec<ChosenPeriod> = {
  pattern: `${usual.pattern}|\\d{8}-\\d{8}`,
  encode: (value) =>
    typeof value === "string"
      ? usual.encode(value)
      : `${value.first.replaceAll("-", "")}-${value.last.replaceAll("-", "")}`,
  decode(text) {
    const days = /^(\d{4})(\d\d)(\d\d)-(\d{4})(\d\d)(\d\d)$/.exec(text);
    if (days === null) return usual.decode(text);
    const [, ...parts] = days;
    const span = { first: parts.slice(0, 3).join("-"), last: parts.slice(3).join("-") };
    return isDay(span.first) && isDay(span.last) && span.first <= span.last ? span : undefined;
  },
};

/** A day of the calendar, of a year in which there could be numbers. */
function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) && date >= "2000" && date < "2100";
}

const by = optional(after("~", letterOf(dimensions, { institution: "i", course: "c", teacher: "t" })));

const numbers = fields<NumbersState>("{subject}.{period}{by}", { subject: oneOf(subjects), period, by });

export const numbersCallback = plainCallback("um");
export const plotCallback = defineCallback("us", numbers);
export const tableCallback = defineCallback("ux", numbers);
/** Asks for any days, for what is shown. */
export const chooseDaysCallback = defineCallback("ud", numbers);
/** The report of a year as a workbook. */
export const yearReportCallback = defineCallback("uy", whole(2_000, 2_099, 10));
