import { findAbsentName, sayAbsent } from "../../bot/classes/attendance/absence-store.ts";
import { tick, tickAll } from "../../bot/classes/attendance/mark-attendance-store.ts";
import { askForTicks, noteZoomAttendance } from "../../bot/classes/attendance/record-presence-store.ts";
import { findTickSheet } from "../../bot/classes/attendance/sheet-store.ts";
import { findOwnCertificate } from "../../bot/classes/certificates/certificate-store.ts";
import { issueCertificates } from "../../bot/classes/certificates/issue-store.ts";
import { findCourse, findGroup } from "../../bot/classes/courses/course-store.ts";
import { findOwnClass, findOwnClasses } from "../../bot/classes/courses/own-enrolments-store.ts";
import { findCoursesByWords } from "../../bot/classes/courses/search-store.ts";
import { countLearners, findCourseTitle, findEditableCourse } from "../../bot/classes/editing/find-store.ts";
import { addLessons, createGroup, setClosed, setGroup } from "../../bot/classes/editing/group-edit-store.ts";
import { editSeries } from "../../bot/classes/editing/lesson-edit-store.ts";
import { countForEditing, listForEditing, listGroups, searchForEditing } from "../../bot/classes/editing/list-store.ts";
import { closeGroup } from "../../bot/classes/enrolments/capacity-store.ts";
import { enrolLearner } from "../../bot/classes/enrolments/enrol-store.ts";
import { findStandings, lockGroups, lockPerson } from "../../bot/classes/enrolments/lock-store.ts";
import { acceptOffer, declineOffer } from "../../bot/classes/enrolments/offers/answer-store.ts";
import { expireOffers } from "../../bot/classes/enrolments/offers/expire-store.ts";
import { findOffer, findPlaceGroup } from "../../bot/classes/enrolments/offers/offer-store.ts";
import { offerPlaces } from "../../bot/classes/enrolments/offers/offering-store.ts";
import { vacate } from "../../bot/classes/enrolments/release-store.ts";
import { findPosition, wasInGroup } from "../../bot/classes/enrolments/waiting-list-store.ts";
import { saveDraft } from "../../bot/classes/learners/draft-store.ts";
import { findForgottenRecorded, forgetLearners } from "../../bot/classes/learners/forget-store.ts";
import { findLearner, giveConsent, holdConsent } from "../../bot/classes/learners/learner-store.ts";
import { findJoinLink } from "../../bot/classes/lessons/join-store.ts";
import { cancelLesson, createLessons } from "../../bot/classes/lessons/lesson-store.ts";
import { chooseLeads, snoozeLesson } from "../../bot/classes/lessons/messages/choice-store.ts";
import { noteJoinShown, refreshEndedJoins, refreshJoins } from "../../bot/classes/lessons/messages/refresh-store.ts";
import { planComingLessons, planLessonReminders } from "../../bot/classes/lessons/messages/reminder-store.ts";
import { findOverlaps } from "../../bot/classes/lessons/moving/overlap-store.ts";
import { findLessonClass } from "../../bot/classes/lessons/view-store.ts";
import { findHandout, findOwnHandouts } from "../../bot/classes/materials/handout-store.ts";
import { addMaterial, findMaterial, findMaterials } from "../../bot/classes/materials/material-store.ts";
import { findRecording, findTaughtRecording, saveRecording } from "../../bot/classes/materials/recording-store.ts";
import { countReachable, findComers } from "../../bot/classes/teaching/attendees-store.ts";
import { findTaughtGroup, findTaughtGroups } from "../../bot/classes/teaching/group-store.ts";
import { takeRoster } from "../../bot/classes/teaching/roster-store.ts";
import type { Database } from "../../bot/database/database.ts";
import type { Content } from "../../bot/delivery/content.ts";
import { type Calls, later, now, type Stage } from "./stage.ts";

const language = "ru";
const planned = { startsAt: later(10_000), endsAt: later(10_060), startsLocal: later(10_180) };
const content: Content = { kind: "text", text: "Конспект", entities: [] };

/** A group with one place, a learner in it, another on offer; resolves to the offer. */
async function offered(database: Database, { group, owner, learner }: Stage) {
  await database.group.update({ where: { id: group }, data: { capacity: 1000, closedAt: null } });
  await database.enrolment.deleteMany({ where: { groupId: group, personId: learner } });
  const { id: enrolmentId } = await database.enrolment.create({
    data: { groupId: group, personId: owner, state: "waiting", ticket: 0, createdAt: now, changedAt: now },
  });
  await database.group.update({ where: { id: group }, data: { waiting: { increment: 1 } } });
  await offerPlaces(database, group, now);
  const offer = await database.offer.findFirst({ where: { enrolmentId } });
  return { enrolmentId, offerId: offer?.id ?? 0 };
}

export const classes: Calls = {
  "classes/attendance/absence-store.ts": async (database, { learner, lesson, enrolment }) => {
    await sayAbsent(database, { lessonId: lesson, personId: learner, now });
    await findAbsentName(database, enrolment);
  },
  "classes/attendance/mark-attendance-store.ts": async (database, { owner, pastLesson, enrolment }) => {
    const actor = { by: owner, now };
    await tick(database, actor, { lessonId: pastLesson, enrolmentId: enrolment, isPresent: true });
    await tickAll(database, actor, pastLesson);
  },
  "classes/attendance/record-presence-store.ts": async (database, { pastLesson, enrolment }) => {
    const { startsAt, endsAt } = await database.lesson.findUniqueOrThrow({ where: { id: pastLesson } });
    const presence = { lessonId: pastLesson, enrolmentId: enrolment, joinedAt: startsAt, leftAt: endsAt };
    await database.presence.createMany({ data: [presence], skipDuplicates: true });
    await noteZoomAttendance(database, new Date(endsAt.getTime() + 30 * 60_000));
    await askForTicks(database, now);
  },
  "classes/attendance/sheet-store.ts": (database, { lesson }) =>
    findTickSheet(database, { lessonId: lesson, page: 0, language }),
  "classes/certificates/certificate-store.ts": (database, { enrolment, learner }) =>
    findOwnCertificate(database, { enrolmentId: enrolment, personId: learner }),
  "classes/certificates/issue-store.ts": async (database, { group }) => {
    await database.certificate.deleteMany();
    await database.lesson.deleteMany({ where: { groupId: group, endsAt: { gt: now } } });
    await issueCertificates(database, now, 1);
  },
  "classes/courses/course-store.ts": async (database, { course, group, learner }) => {
    await findCourse(database, course, language, now, learner);
    await findGroup(database, group, language, now, learner);
  },
  "classes/courses/own-enrolments-store.ts": async (database, { enrolment, learner }) => {
    await findOwnClasses(database, learner, language, now);
    await findOwnClass(database, { enrolmentId: enrolment, personId: learner }, language, now);
  },
  "classes/courses/search-store.ts": (database) =>
    findCoursesByWords(database, { patterns: [["%а%"]], areas: ["digital"], isForClass: true }, { language, now }),
  "classes/editing/find-store.ts": async (database, { course, group }) => {
    await findEditableCourse(database, course);
    await countLearners(database, group);
    await findCourseTitle(database, course, language);
  },
  "classes/editing/group-edit-store.ts": async (database, { owner, course, group, learner }) => {
    const actor = { by: owner, now };
    const edition = { id: group, revision: 0 };
    await createGroup(database, actor, {
      courseId: course,
      teacherId: null,
      teacherName: "Алия",
      level: "beginner",
      heldIn: "ru",
      audiences: [],
      ageMin: null,
      capacity: 1,
      timeZone: "Europe/Moscow",
      typedLink: null,
      lessons: [],
    });
    await setGroup(database, actor, edition, { teacherId: learner, typedLink: "https://example.org" });
    await setClosed(database, actor, { ...edition, revision: 1 }, true);
    await addLessons(database, actor, { ...edition, revision: 2 }, [planned]);
    await setGroup(database, actor, edition, { teacherName: "Алия" });
  },
  "classes/editing/lesson-edit-store.ts": (database, { owner, group }) =>
    editSeries(database, { by: owner, now }, { groupId: group, edition: "" }, { from: now, minutes: 60 }),
  "classes/editing/list-store.ts": async (database, { course }) => {
    await listForEditing(database, { area: "digital", page: 0, language, now });
    await countForEditing(database);
    await listGroups(database, course);
    await searchForEditing(database, { text: "а", language, now });
  },
  "classes/enrolments/capacity-store.ts": (database, { group }) => closeGroup(database, group, now),
  "classes/enrolments/enrol-store.ts": async (database, { group, owner }) => {
    await giveConsent(database, owner, now);
    await enrolLearner(database, { groupId: group, personId: owner, now }, { name: "Хозяйка", phone: null });
  },
  "classes/enrolments/lock-store.ts": async (database, { group, learner }) => {
    await lockPerson(database, learner);
    await lockGroups(database, [group]);
    await findStandings(database, { groupId: group, personId: learner, now });
  },
  "classes/enrolments/offers/answer-store.ts": async (database, stage) => {
    for (const answer of [acceptOffer, declineOffer]) {
      const { offerId } = await offered(database, stage);
      await answer(database, { offerId, personId: stage.owner, now });
      await database.enrolment.deleteMany({ where: { personId: stage.owner } });
    }
  },
  "classes/enrolments/offers/expire-store.ts": async (database, stage) => {
    await offered(database, stage);
    await expireOffers(database, later(60 * 24 * 30));
  },
  "classes/enrolments/offers/offer-store.ts": async (database, { group, learner }) => {
    await findOffer(database, 1, learner);
    await findPlaceGroup(database, group, language);
  },
  "classes/enrolments/offers/offering-store.ts": async (database, stage) => {
    const { course, group, owner } = stage;
    await offered(database, stage);
    await database.enrolment.deleteMany({ where: { personId: owner } });
    await database.group.update({ where: { id: group }, data: { capacity: 1000, closedAt: null } });
    const { level, heldIn, timeZone } = await database.group.findUniqueOrThrow({ where: { id: group } });
    // A full group of the same kind, of whose line a place in the first one is offered.
    const full = { capacity: 1, taken: 1, waiting: 1, teacherName: "Алия", createdAt: now };
    const person = { personId: owner, state: "waiting", ticket: 1, createdAt: now, changedAt: now } as const;
    await database.group.create({
      data: { courseId: course, level, heldIn, timeZone, ...full, enrolments: { create: person } },
    });
    await offerPlaces(database, group, now);
  },
  "classes/enrolments/release-store.ts": (database, { enrolment }) => vacate(database, [enrolment], "withdrawn", now),
  "classes/enrolments/waiting-list-store.ts": async (database, { enrolment, group, learner }) => {
    await findPosition(database, enrolment);
    await wasInGroup(database, { groupId: group, personId: learner });
  },
  "classes/learners/draft-store.ts": (database, { group, learner }) =>
    saveDraft(database, learner, { groupId: group }, now),
  "classes/learners/forget-store.ts": async (database) => {
    await forgetLearners(database, now);
    await findForgottenRecorded(database);
  },
  "classes/learners/learner-store.ts": async (database, { learner }) => {
    await findLearner(database, learner);
    await giveConsent(database, learner, now);
    await holdConsent(database, learner);
  },
  "classes/lessons/join-store.ts": (database, { learner, lesson }) =>
    findJoinLink(database, { personId: learner, lessonId: lesson, now }),
  "classes/lessons/lesson-store.ts": async (database, { group }) => {
    await createLessons(database, group, [planned], now);
  },
  "classes/lessons/messages/choice-store.ts": async (database, { learner, lesson, enrolment }) => {
    await chooseLeads(database, { enrolmentId: enrolment, personId: learner }, "day", now);
    await snoozeLesson(database, { lessonId: lesson, personId: learner }, 60, now);
  },
  "classes/lessons/messages/news-store.ts": (database, { lesson }) => cancelLesson(database, lesson, now),
  "classes/lessons/messages/refresh-store.ts": async (database, { learner, lesson }) => {
    await noteJoinShown(database, {
      personId: learner,
      lessonId: lesson,
      door: "telegram",
      chatId: "1",
      messageId: "1",
      now,
    });
    await refreshJoins(database, { lessonId: lesson }, now);
    await refreshEndedJoins(database, now);
  },
  "classes/lessons/messages/reminder-store.ts": async (database, { group }) => {
    await planLessonReminders(database, { groupId: group }, now);
    await planComingLessons(database, now);
  },
  "classes/lessons/moving/overlap-store.ts": (database, { learner, group }) =>
    findOverlaps(database, learner, group, language, now),
  "classes/lessons/moving/revise-store.ts": (database, { lesson }) => cancelLesson(database, lesson, now),
  "classes/lessons/view-store.ts": (database, { lesson, learner }) =>
    findLessonClass(database, { lessonId: lesson }, learner, language),
  "classes/materials/handout-store.ts": async (database, { enrolment, learner, group, owner }) => {
    await addMaterial(database, { by: owner, now }, { groupId: group, lessonId: null, title: "Конспект", content });
    const { id } = await database.material.findFirstOrThrow({ where: { groupId: group } });
    await findHandout(database, { materialId: id, personId: learner, language });
    await findOwnHandouts(database, { enrolmentId: enrolment, personId: learner, language });
  },
  "classes/materials/material-store.ts": async (database, { owner, group, lesson }) => {
    await addMaterial(database, { by: owner, now }, { groupId: group, lessonId: lesson, title: "Конспект", content });
    await findMaterials(database, { groupId: group, page: 0, withWithdrawn: true });
    await findMaterial(database, 1);
  },
  "classes/materials/recording-store.ts": async (database, { owner, pastLesson, learner }) => {
    await saveRecording(database, { by: owner, now }, { lessonId: pastLesson, url: "https://example.org/r" });
    await findRecording(database, { lessonId: pastLesson, personId: learner, language });
    await findTaughtRecording(database, pastLesson, language);
  },
  "classes/teaching/attendees-store.ts": async (database, { group }) => {
    await findComers(database, { groupId: group, page: 0, since: null });
    await countReachable(database, group);
  },
  "classes/teaching/group-store.ts": async (database, { group }) => {
    await findTaughtGroups(database, { teacherId: null, page: 0 }, { language, now });
    await findTaughtGroup(database, group, { language, now });
  },
  "classes/teaching/roster-store.ts": (database, { owner, group }) =>
    takeRoster(database, { by: owner, now }, { groupId: group, language }),
};
