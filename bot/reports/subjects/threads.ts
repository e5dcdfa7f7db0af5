import type { Translate } from "../../words/messages/translator.ts";
import { formatDay, formatTime } from "../../words/time/dates.ts";
import { fill, type ReportSpan, sum } from "../counting/span.ts";
import { overTime } from "../plot/over-time.ts";
import type { Report } from "../report.ts";
import type { ThreadCounts } from "./thread-store.ts";

/** How often residents write to a human, how often they are answered, and how many wait now. */
export function threadReport({ tallies, waiting, since }: ThreadCounts, span: ReportSpan, t: Translate): Report {
  const [opened = [], answered = []] = fill(span, ["opened", "answered"], tallies);
  const when = (at: Date): string =>
    t("date.day_and_time", { day: formatDay(at, t, span.zone, span.until), time: formatTime(at, span.zone) });
  return overTime(
    {
      title: t("numbers.threads.title"),
      value: t("numbers.axis.messages"),
      series: [
        { name: t("numbers.threads.opened"), values: opened },
        { name: t("numbers.threads.answered"), values: answered },
      ],
      lines: [
        t("numbers.threads.total", { opened: sum(opened), answered: sum(answered) }),
        since === null
          ? t("numbers.threads.none")
          : t("numbers.threads.waiting", { count: waiting, when: when(since) }),
      ],
    },
    span,
    t,
  );
}
