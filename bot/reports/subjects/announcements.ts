import { cutAtWord } from "../../words/cut.ts";
import type { Translate } from "../../words/messages/translator.ts";
import { formatTime } from "../../words/time/dates.ts";
import { inZone } from "../../words/time/local-time.ts";
import { type ReportSpan, sum } from "../counting/span.ts";
import { ranks } from "../plot/ranks.ts";
import type { Report } from "../report.ts";
import type { AnnouncementCounts } from "./announcement-store.ts";

const told = 5;

/** What became of each announcement, the latest first. */
export function announcementReport(
  announcements: readonly AnnouncementCounts[],
  span: ReportSpan,
  t: Translate,
): Report {
  const names = announcements.map((each) => nameOf(each, span, t));
  const outcomes = ["sent", "blocked", "missed"] as const;
  const series = outcomes.map((outcome) => ({
    name: t(`numbers.${outcome}`),
    values: announcements.map((each) => each[outcome]),
  }));
  const [sent = 0, blocked = 0, missed = 0] = series.map(({ values }) => sum(values));
  return ranks(
    {
      title: t("numbers.announcements.title"),
      axes: { label: t("numbers.axis.announcement"), value: t("numbers.axis.recipients") },
      labels: names,
      series,
      lines: [
        t("numbers.announcements.total", { count: announcements.length, sent, blocked, missed }),
        ...announcements.slice(0, told).map((each, index) =>
          t("numbers.announcements.row", {
            name: cutAtWord(names[index] ?? "", 60),
            sent: each.sent,
            blocked: each.blocked,
            missed: each.missed,
          }),
        ),
      ],
      table: {
        header: [
          t("numbers.axis.day"),
          t("numbers.announcements.time"),
          t("numbers.axis.announcement"),
          t("numbers.announcements.audience"),
          ...series.map(({ name }) => name),
        ],
        rows: announcements.map(({ startedAt, words, audience, ...counts }) => [
          new Date(inZone(startedAt, span.zone).toISODate()),
          formatTime(startedAt, span.zone),
          cutAtWord(words, 200),
          audience,
          ...outcomes.map((outcome) => counts[outcome]),
        ]),
      },
    },
    span,
    t,
  );
}

/** How it begins, behind its day. */
function nameOf({ startedAt, words }: AnnouncementCounts, { zone }: ReportSpan, t: Translate): string {
  const { day, month } = inZone(startedAt, zone);
  const date = t("date.day_of_month", { day: String(day), month: t(`numbers.month.${month}`) });
  const [first = ""] = words.trim().split("\n");
  return first === "" ? date : t("numbers.announcements.name", { date, words: first });
}
