import type { Queries } from "../database/database.ts";
import type { Translate } from "../words/translator.ts";
import { activeReport } from "./active.ts";
import { countActive } from "./active-store.ts";
import { countAnnouncements } from "./announcement-store.ts";
import { announcementReport } from "./announcements.ts";
import { countAttendance } from "./attendance-store.ts";
import { attendanceReport, enrolmentReport } from "./classes.ts";
import { countEnrolments } from "./enrolment-store.ts";
import { peopleReport } from "./people.ts";
import { countPeople } from "./people-store.ts";
import { readingReport, searchReport } from "./programme.ts";
import { countRatings } from "./rating-store.ts";
import { ratingReport } from "./ratings.ts";
import { countReadings } from "./reading-store.ts";
import { countReminders } from "./reminder-store.ts";
import { reminderReport } from "./reminders.ts";
import type { Report } from "./report.ts";
import { countSearches } from "./search-store.ts";
import { byWeeks, type Span } from "./span.ts";

type Reporter = (queries: Queries, span: Span, t: Translate) => Promise<Report>;

/** Rows of tables that could be endless. */
const most = 200;

const reporters = {
  people: async (queries, span, t) => peopleReport(await countPeople(queries, span), span, t),
  active: async (queries, span, t) => activeReport(await countActive(queries, span), span, t),
  ratings: async (queries, span, t) => {
    const weeks = byWeeks(span);
    return ratingReport(await countRatings(queries, weeks, t.language, most), weeks, t);
  },
  reading: async (queries, span, t) => readingReport(await countReadings(queries, span, t.language, most), span, t),
  search: async (queries, span, t) => searchReport(await countSearches(queries, span, most), span, t),
  reminders: async (queries, span, t) => reminderReport(await countReminders(queries, span), span, t),
  enrolments: async (queries, span, t) =>
    enrolmentReport(await countEnrolments(queries, span, t.language, most), span, t),
  attendance: async (queries, span, t) => attendanceReport(await countAttendance(queries, span), span, t),
  announcements: async (queries, span, t) =>
    announcementReport(await countAnnouncements(queries, span, t.language), span, t),
} satisfies Record<string, Reporter>;

/** What there are numbers about. */
export type Subject = keyof typeof reporters;
export const subjects = Object.keys(reporters) as Subject[];

/** Counts a subject over a span and says it in the language of `t`. */
export const report = (subject: Subject, queries: Queries, span: Span, t: Translate): Promise<Report> =>
  reporters[subject](queries, span, t);
