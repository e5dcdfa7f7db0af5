import { z } from "zod";
import type { Services } from "../../../context.ts";
import { messageIdShape, nothing, type Renderer, type Rendering } from "../../../delivery/delivery.ts";
import { button } from "../../../doors/telegram/screen/keyboard.ts";
import { isSpokenFor } from "../../../reminders/lead-times.ts";
import { findOwnCourseRating } from "../../../voices/course-rating-store.ts";
import { findOwnLessonRating } from "../../../voices/lesson-rating-store.ts";
import { courseStars, lessonStars } from "../../../voices/words.ts";
import { cutAtWord } from "../../../words/cut.ts";
import { html, joinLines } from "../../../words/html.ts";
import type { Translate } from "../../../words/messages/translator.ts";
import { absentCallback, ownClassCallback, snoozeLessonCallback } from "../../callbacks.ts";
import { formatMeetingPlace } from "../../courses/place-words.ts";
import { findJoinLink } from "../join-store.ts";
import { findLessonChanges, lessonsBefore } from "../moving/changed.ts";
import { findLessonClass, type LessonClass } from "../view-store.ts";
import { wasAway } from "./feedback-store.ts";
import { joinMessage, mapButton } from "./join-message.ts";
import { formatLesson, formatLessonChanges } from "./message-words.ts";
import { lessonLeads } from "./plan.ts";

/** What refresh-store.ts notes of a message to be edited. */
const shown = z.object({ messageId: messageIdShape });

const reminded = z.object({ startsAt: z.coerce.date(), lead: z.int() });

/** Minutes by which a reminder of a lesson can be put off. */
const later = 60;

/** To the class, once more in an hour where there is one, and a word to the teacher. */
function lessonButtons(
  { enrolmentId }: LessonClass,
  lessonId: number,
  { t, now, startsAt }: { t: Translate; now: Date; startsAt: Date },
) {
  const canWait = startsAt.getTime() - now.getTime() > later * 60_000;
  return [
    [button(t("classes.open"), ownClassCallback.data(enrolmentId))],
    canWait ? [button(t("remind.snooze.60"), snoozeLessonCallback.data(lessonId))] : [],
    [button(t("classes.cannot_come"), absentCallback.data(lessonId))],
  ];
}

/** A reminder that comes so much after its minute says that it is late. */
const late = 2 * 60_000;

/** Writes what is said about lessons. Each looks at the lesson as it is when it is sent, and only for who is in the class. */
export function renderers({ database }: Pick<Services, "database">): Record<string, Renderer> {
  /** The class of a lesson that is still to be at the time that was announced. */
  const about =
    (
      write: (course: LessonClass, lessonId: number, ...of: Parameters<Renderer>) => Rendering | Promise<Rendering>,
    ): Renderer =>
    async (delivery, recipient) => {
      const { lessonId, personId } = delivery;
      const course = lessonId && (await findLessonClass(database, { lessonId }, personId, recipient.t.language));
      if (!course) return nothing("not in the class");
      const lesson = course.lessons.find((candidate) => candidate.lessonId === lessonId);
      if (lesson === undefined || lesson.status === "cancelled") return nothing("cancelled");
      const { startsAt } = reminded.parse(delivery.payload);
      if (lesson.startsAt.getTime() !== startsAt.getTime()) return nothing("moved");
      return write(course, lesson.lessonId, delivery, recipient);
    };

  return {
    lesson: about((course, lessonId, { dueAt, payload }, recipient) => {
      const { t, now } = recipient;
      const { lead, startsAt } = reminded.parse(payload);
      if (isSpokenFor(lead, lessonLeads, { startsAt, now })) return nothing("a later one is due as well");
      const isLate = now.getTime() - dueAt.getTime() > late;
      const how = course.place ? formatMeetingPlace(course.place, t) : t("lesson.link_comes");
      const lines = [how, isLate && t("remind.late")];
      return {
        kind: "message",
        text: joinLines(formatLesson(course, lessonId, recipient), "", ...lines),
        keyboard: [mapButton(course, t), ...lessonButtons(course, lessonId, { t, now, startsAt })],
      };
    }),

    join: about(async (course, lessonId, { personId }, recipient) => {
      const link = await findJoinLink(database, { personId, lessonId, now: recipient.now });
      if (link.kind === "not yours" || link.kind === "over" || link.kind === "on site") return nothing(link.kind);
      return { kind: "message", ...joinMessage(course, { lessonId, link }, recipient), isProtected: true };
    }),

    async "join-refresh"({ payload, lessonId, personId }, recipient) {
      if (lessonId === null) return nothing("the lesson is gone");
      const course = await findLessonClass(database, { lessonId }, personId, recipient.t.language);
      const link = await findJoinLink(database, { personId, lessonId, now: recipient.now });
      return { kind: "rewrite", ...shown.parse(payload), ...joinMessage(course, { lessonId, link }, recipient) };
    },

    async "lesson-feedback"({ lessonId, personId }, { t, now }) {
      const course = lessonId && (await findLessonClass(database, { lessonId }, personId, t.language));
      if (!course) return nothing("not in the class");
      const held = course.lessons.filter(({ status }) => status !== "cancelled");
      const lesson = held.find((candidate) => candidate.lessonId === lessonId);
      if (lesson === undefined || lesson.endsAt > now) return nothing("it has not taken place");
      const { courseId, enrolmentId, title } = course;
      if (await wasAway(database, { lessonId, enrolmentId })) return nothing("was not there");
      // Behind the last lesson the question is how all of them were.
      const isLast = held.at(-1) === lesson;
      const own = await (isLast
        ? findOwnCourseRating(database, { personId, courseId })
        : findOwnLessonRating(database, { personId, lessonId }));
      if (own !== null) return nothing("rated already");
      return {
        kind: "message",
        text: html`${t(`lesson.feedback.${isLast ? "course" : "ask"}`, { title: cutAtWord(title, 160) })}`,
        keyboard: [
          isLast ? courseStars(courseId, t) : lessonStars(lessonId, t),
          [button(t("classes.open"), ownClassCallback.data(enrolmentId))],
        ],
      };
    },

    async "lesson-change"({ payload, personId }, recipient) {
      const { groupId, before } = lessonsBefore.parse(payload);
      const course = await findLessonClass(database, { groupId }, personId, recipient.t.language);
      if (course === null) return nothing("not in the class");
      const changes = findLessonChanges(before, course.lessons, recipient.now);
      if (changes.length === 0) return nothing("changed back");
      return { kind: "message", text: formatLessonChanges(course, changes, recipient), keyboard: [] };
    },
  };
}
