import type { Queries } from "../database/database.ts";
import { cutAtWord } from "../words/cut.ts";
import type { Translate } from "../words/messages/translator.ts";
import { formatTime } from "../words/time/dates.ts";
import { inZone } from "../words/time/local-time.ts";
import { type ReportSpan, sum } from "./counting/span.ts";
import { ranks } from "./plot/ranks.ts";
import type { Report, Table } from "./report.ts";
import type { Subject } from "./reports.ts";
import {
  type BreakdownPart,
  breakdowns,
  type Dimension,
  dimensions,
  findLessonRows,
} from "./subjects/breakdown-store.ts";

/** Parts told in words. */
const told = 8;

/** By what a subject can be parted; none where its numbers belong to the whole city. */
export const dimensionsOf = (subject: Subject): Dimension[] =>
  dimensions.filter((by) => subject in breakdowns && by in breakdowns[subject as keyof typeof breakdowns]);

/** A subject parted by institution, course or teacher, the largest part on top; null where it cannot be. */
export async function breakdown(
  subject: Subject,
  by: Dimension,
  queries: Queries,
  span: ReportSpan,
  t: Translate,
): Promise<Report | null> {
  const count = queryOf(subject, by);
  if (count === undefined) return null;
  const parts = await count(queries, span, t.language);
  const names = parts.map(({ name }) => name ?? t(`numbers.by.none.${by}`));
  const series = seriesNames(subject, t).map((name, index) => ({
    name,
    values: parts.map(({ counts }) => counts[index] ?? 0),
  }));
  const table = {
    header: [t(`numbers.by.axis.${by}`), ...series.map(({ name }) => name), t("numbers.by.total")],
    rows: parts.map(({ counts }, index) => [names[index] ?? "", ...counts, sum(counts)]),
  };
  return ranks(
    {
      title: titleOf(subject, by, t),
      axes: { label: t(`numbers.by.axis.${by}`), value: t(`numbers.subject.${subject}`) },
      labels: names,
      series,
      lines: parts
        .slice(0, told)
        .map((part, index) => t("numbers.row", { name: cutAtWord(names[index] ?? "", 60), count: sum(part.counts) })),
      table,
    },
    span,
    t,
  );
}

/** "Attendance by teacher", short enough for a sheet's name. */
const titleOf = (subject: Subject, by: Dimension, t: Translate): string =>
  t("numbers.by.title", { subject: t(`numbers.subject.${subject}`), by: t(`numbers.by.${by}`) });

type Count = (queries: Queries, span: ReportSpan, language: Translate["language"]) => Promise<BreakdownPart[]>;

function queryOf(subject: Subject, by: Dimension): Count | undefined {
  const known: Partial<Record<Subject, Partial<Record<Dimension, Count>>>> = breakdowns;
  return known[subject]?.[by];
}

function seriesNames(subject: Subject, t: Translate): string[] {
  switch (subject) {
    case "participation":
      return [t("numbers.participation.at_events"), t("numbers.participation.at_lessons")];
    case "enrolments":
      return [t("numbers.enrolments.enrolled"), t("numbers.enrolments.waiting"), t("numbers.enrolments.left")];
    case "attendance":
      return [t("numbers.attendance.present"), t("numbers.attendance.absent")];
    case "ratings":
      return [t("numbers.axis.ratings")];
    default:
      return [t("numbers.axis.opened")];
  }
}

/** The sheets that a subject's workbook has besides its own: each way to part it, and of attendance each lesson. */
export async function detailTables(
  subject: Subject,
  queries: Queries,
  span: ReportSpan,
  t: Translate,
): Promise<Table[]> {
  // Its own workbook parts it by institution already.
  const parted = await Promise.all(
    (subject === "participation" ? [] : dimensionsOf(subject)).map((by) => breakdown(subject, by, queries, span, t)),
  );
  const tables = parted.flatMap((each) => each?.tables ?? []);
  return subject === "attendance" ? [...tables, await lessonTable(queries, span, t)] : tables;
}

async function lessonTable(queries: Queries, span: ReportSpan, t: Translate): Promise<Table> {
  const rows = await findLessonRows(queries, span, t.language);
  return {
    name: t("numbers.by.lessons"),
    header: [
      t("numbers.axis.day"),
      t("numbers.announcements.time"),
      t("numbers.axis.course"),
      t("numbers.by.axis.teacher"),
      t("numbers.attendance.present"),
      t("numbers.attendance.absent"),
    ],
    rows: rows.map(({ startsAt, course, teacher, present, absent }) => [
      new Date(inZone(startsAt, span.zone).toISODate()),
      formatTime(startsAt, span.zone),
      course ?? t("numbers.by.none.course"),
      teacher,
      present,
      absent,
    ]),
  };
}
