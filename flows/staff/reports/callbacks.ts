import { defineCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { fields } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { periods, type ReportPeriod } from "../../../bot/reports/counting/span.ts";
import { type Subject, subjects } from "../../../bot/reports/reports.ts";

/** Buttons of the numbers. */

/** A subject over a period. */
export interface NumbersState {
  subject: Subject;
  period: ReportPeriod;
}

const numbers = fields("{subject}.{period}", { subject: oneOf(subjects), period: oneOf(periods) });

export const numbersCallback = plainCallback("um");
export const plotCallback = defineCallback("us", numbers);
export const tableCallback = defineCallback("ux", numbers);
