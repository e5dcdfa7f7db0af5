import type { Queries } from "../../database/database.ts";
import type { Translate } from "../../words/messages/translator.ts";
import type { ReportSpan } from "../counting/span.ts";
import { formatMade, formatSpan } from "../plot/span-words.ts";
import type { Table } from "../report.ts";
import {
  countByAge,
  countByInstitution,
  countBySection,
  countClassesBy,
  countYear,
  type YearClasses,
  type YearPart,
  type YearTotals,
} from "./year-store.ts";

/** The sums in the order in which a report tells them. */
const told = [
  "events",
  "dates",
  "online",
  "free",
  "cancelled",
  "opened",
  "reminders",
  "raters",
  "stars",
  "lessons",
  "learners",
  "attendances",
  "enrolments",
  "certificates",
  "newPeople",
  "announcements",
] as const satisfies readonly (keyof YearTotals)[];

/** What is reported of a year to whoever pays for it: sums, then the programme and the classes part by part. */
export async function yearReport(queries: Queries, span: ReportSpan, t: Translate): Promise<Table[]> {
  const [totals, institutions, sections, ages, courses, teachers] = await Promise.all([
    countYear(queries, span),
    countByInstitution(queries, span, t.language),
    countBySection(queries, span),
    countByAge(queries, span),
    countClassesBy(queries, span, "course", t.language),
    countClassesBy(queries, span, "teacher", t.language),
  ]);
  const parts = <Key>(by: "institution" | "section" | "age", rows: YearPart<Key>[], name: (key: Key) => string) => ({
    name: t(`numbers.year.by.${by}`),
    header: [
      t(`numbers.year.axis.${by}`),
      t("numbers.year.total.events"),
      t("numbers.year.total.dates"),
      t("numbers.year.total.opened"),
    ],
    rows: rows.map(({ key, events, dates, opened }) => [name(key), events, dates, opened]),
  });
  const classes = (by: "course" | "teacher", rows: YearClasses[]) => ({
    name: t(`numbers.year.by.${by}`),
    header: [
      t(`numbers.by.axis.${by}`),
      t("numbers.year.total.lessons"),
      t("numbers.year.total.learners"),
      t("numbers.year.total.attendances"),
    ],
    rows: rows.map(({ name, lessons, learners, attendances }) => [
      name ?? t(`numbers.by.none.${by}`),
      lessons,
      learners,
      attendances,
    ]),
  });
  return [
    {
      name: t("numbers.year.sums"),
      header: [formatSpan(span, t), ""],
      rows: [
        ...told.map((name) => [t(`numbers.year.total.${name}`), rounded(totals[name])]),
        [formatMade(span, t), null],
      ],
    },
    parts("institution", institutions, (name) => name ?? t("numbers.by.none.institution")),
    parts("section", sections, (section) => t(`section.${section}`)),
    parts("age", ages, (age) => (age === null ? t("numbers.year.no_age") : `${age}+`)),
    classes("course", courses),
    classes("teacher", teachers),
  ];
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);
