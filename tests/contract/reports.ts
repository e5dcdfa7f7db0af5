import { measureState } from "../../bot/operation/state-store.ts";
import { countActive } from "../../bot/reports/counting/active-store.ts";
import { addReadings, countReadings } from "../../bot/reports/counting/card-view-store.ts";
import { findForgotten, keepCountsOf } from "../../bot/reports/counting/erased-store.ts";
import { noteInterests } from "../../bot/reports/counting/interest-store.ts";
import { spanOf } from "../../bot/reports/counting/span.ts";
import { closeParticipation, keepParticipationOf } from "../../bot/reports/participation/closing-store.ts";
import { countParticipation, findFirstDay } from "../../bot/reports/participation/participation-store.ts";
import { countAnnouncements } from "../../bot/reports/subjects/announcement-store.ts";
import { countAttendance } from "../../bot/reports/subjects/attendance-store.ts";
import { breakdowns, findLessonRows } from "../../bot/reports/subjects/breakdown-store.ts";
import { countEnrolments } from "../../bot/reports/subjects/enrolment-store.ts";
import { countPeople } from "../../bot/reports/subjects/people-store.ts";
import { countRatings } from "../../bot/reports/subjects/rating-store.ts";
import { countReminders } from "../../bot/reports/subjects/reminder-store.ts";
import { countSearches } from "../../bot/reports/subjects/search-store.ts";
import { countThreads } from "../../bot/reports/subjects/thread-store.ts";
import {
  countByAge,
  countByInstitution,
  countBySection,
  countClassesBy,
  countYear,
} from "../../bot/reports/year/year-store.ts";
import { type Calls, now, zone } from "./stage.ts";

const span = spanOf("week", now, zone);

export const reports: Calls = {
  "operation/state-store.ts": (database) => measureState(database, now),
  "reports/counting/active-store.ts": (database) => countActive(database, span),
  "reports/counting/card-view-store.ts": async (database, { event }) => {
    await addReadings(database, [{ day: "2026-11-20", eventId: event, opened: 1, watched: 0 }]);
    await countReadings(database, span, "ru", 5);
  },
  "reports/counting/interest-store.ts": (database, { learner }) =>
    noteInterests(database, [{ personId: learner, audience: "family", at: now }]),
  "reports/counting/erased-store.ts": async (database, { learner }) => {
    await keepCountsOf(database, learner);
    await findForgotten(database, "person", span);
  },
  "reports/participation/closing-store.ts": async (database, { learner }) => {
    await closeParticipation(database, now);
    await keepParticipationOf(database, learner, now);
  },
  "reports/participation/participation-store.ts": async (database) => {
    await countParticipation(database, span, "ru");
    await findFirstDay(database, zone);
  },
  "reports/subjects/breakdown-store.ts": async (database) => {
    for (const counts of Object.values(breakdowns))
      for (const count of Object.values(counts)) await count(database, span, "ru");
    await findLessonRows(database, span, "ru");
  },
  "reports/year/year-store.ts": async (database) => {
    await countYear(database, span);
    await countByInstitution(database, span, "ru");
    await countBySection(database, span);
    await countByAge(database, span);
    for (const by of ["course", "teacher"] as const) await countClassesBy(database, span, by, "ru");
  },
  "reports/subjects/announcement-store.ts": (database) => countAnnouncements(database, span, "ru"),
  "reports/subjects/attendance-store.ts": (database) => countAttendance(database, span),
  "reports/subjects/enrolment-store.ts": (database) => countEnrolments(database, span, "ru", 5),
  "reports/subjects/people-store.ts": (database) => countPeople(database, span),
  "reports/subjects/rating-store.ts": (database) => countRatings(database, span, "ru", 5),
  "reports/subjects/reminder-store.ts": (database) => countReminders(database, span),
  "reports/subjects/search-store.ts": (database) => countSearches(database, span, 5),
  "reports/subjects/thread-store.ts": (database) => countThreads(database, span),
};
