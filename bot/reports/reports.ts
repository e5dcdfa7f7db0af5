import type { Queries } from "../database/database.ts";
import type { Translate } from "../words/messages/translator.ts";
import { activeReport } from "./counting/active.ts";
import { countActive } from "./counting/active-store.ts";
import { countReadings } from "./counting/card-view-store.ts";
import { byWeeks, type ReportSpan } from "./counting/span.ts";
import { participationReport } from "./participation/participation.ts";
import { countParticipation } from "./participation/participation-store.ts";
import type { Report } from "./report.ts";
import { countAnnouncements } from "./subjects/announcement-store.ts";
import { announcementReport } from "./subjects/announcements.ts";
import { countAttendance } from "./subjects/attendance-store.ts";
import { attendanceReport, enrolmentReport } from "./subjects/classes.ts";
import { countEnrolments } from "./subjects/enrolment-store.ts";
import { peopleReport } from "./subjects/people.ts";
import { countPeople } from "./subjects/people-store.ts";
import { readingReport, searchReport } from "./subjects/programme.ts";
import { countRatings } from "./subjects/rating-store.ts";
import { ratingReport } from "./subjects/ratings.ts";
import { countReminders } from "./subjects/reminder-store.ts";
import { reminderReport } from "./subjects/reminders.ts";
import { countSearches } from "./subjects/search-store.ts";
import { countThreads } from "./subjects/thread-store.ts";
import { threadReport } from "./subjects/threads.ts";

type Reporter = (queries: Queries, span: ReportSpan, t: Translate) => Promise<Report>;

/** Rows of tables that could be endless. */
const most = 200;

const reporters = {
  participation: async (queries, span, t) =>
    participationReport(await countParticipation(queries, span, t.language), span, t),
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
  threads: async (queries, span, t) => threadReport(await countThreads(queries, span), span, t),
} satisfies Record<string, Reporter>;

/** What there are numbers about. */
export type Subject = keyof typeof reporters;
export const subjects = Object.keys(reporters) as Subject[];

/** Counts a subject over a span and says it in the language of `t`. */
export const report = (subject: Subject, queries: Queries, span: ReportSpan, t: Translate): Promise<Report> =>
  reporters[subject](queries, span, t);
