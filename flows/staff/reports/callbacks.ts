import { defineCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { after, type Codec, fields, optional, whole } from "../../../bot/doors/telegram/screen/codec.ts";
import { letterOf, oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { periods, type ReportPeriod } from "../../../bot/reports/counting/span.ts";
import { type Subject, subjects } from "../../../bot/reports/reports.ts";
import { type Dimension, dimensions } from "../../../bot/reports/subjects/breakdown-store.ts";
import type { DaySpan } from "../../../bot/when/parse/parse-days.ts";
import { daysCodec } from "../days-codec.ts";

/** Buttons of the numbers. */

/** A usual period, all that there has been, or days that somebody chose. */
export type ChosenPeriod = ReportPeriod | "all" | DaySpan;

/** A subject over a period, parted by something or whole. */
export interface NumbersState {
  subject: Subject;
  period: ChosenPeriod;
  by: Dimension | null;
}

const usual = oneOf([...periods, "all"]);

/** "year", or "20250901-20260531". */
const period: Codec<ChosenPeriod> = {
  pattern: `${usual.pattern}|${daysCodec.pattern}`,
  encode: (value) => (typeof value === "string" ? usual.encode(value) : daysCodec.encode(value)),
  decode: (text) => usual.decode(text) ?? daysCodec.decode(text),
};

const by = optional(after("~", letterOf(dimensions, { institution: "i", course: "c", teacher: "t" })));

const numbers = fields<NumbersState>("{subject}.{period}{by}", { subject: oneOf(subjects), period, by });

export const numbersCallback = plainCallback("um");
export const plotCallback = defineCallback("us", numbers);
export const tableCallback = defineCallback("ux", numbers);
/** Asks for any days, for what is shown. */
export const chooseDaysCallback = defineCallback("uj", numbers);
/** The report of a year as a workbook. */
export const yearReportCallback = defineCallback("uy", whole(2_000, 2_099, 10));
