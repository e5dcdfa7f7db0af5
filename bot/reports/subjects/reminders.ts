import type { Translate } from "../../words/messages/translator.ts";
import { fill, type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { ReminderCounts } from "./reminder-store.ts";

/** Reminders that went out, and what is still to come. */
export function reminderReport({ deliveries, wished, people }: ReminderCounts, span: ReportSpan, t: Translate): Report {
  const [sent = [], missed = []] = fill(span, ["sent", "missed"], deliveries);
  return overTime(
    {
      title: t("numbers.reminders.title"),
      value: t("numbers.axis.reminders"),
      series: [
        { name: t("numbers.sent"), values: sent },
        { name: t("numbers.missed"), values: missed },
      ],
      lines: [
        t("numbers.reminders.total", { sent: sum(sent), missed: sum(missed) }),
        t("numbers.reminders.coming", { people, events: wished }),
      ],
    },
    span,
    t,
  );
}
