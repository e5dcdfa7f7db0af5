import { type Callback, defineCallback, plainCallback } from "../../../bot/doors/telegram/screen/callback.ts";
import { type Period, periods } from "../../../bot/reports/counting/span.ts";
import { type Subject, subjects } from "../../../bot/reports/reports.ts";

/** Buttons of the numbers. */

/** A subject over a period. */
export interface NumbersState {
  subject: Subject;
  period: Period;
}

const ofSubject = (name: string): Callback<NumbersState> =>
  defineCallback(
    name,
    ({ subject, period }) => `${subject}.${period}`,
    (text) => {
      const [subjectText, periodText, ...rest] = text.split(".");
      const subject = subjects.find((each) => each === subjectText);
      const period = periods.find((each) => each === periodText);
      return subject && period && rest.length === 0 ? { subject, period } : undefined;
    },
  );

export const numbersCallback = plainCallback("um");
export const plotCallback = ofSubject("us");
export const tableCallback = ofSubject("ux");
