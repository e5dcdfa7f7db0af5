import { planLessonFeedback } from "../../bot/classes/lessons/messages/feedback-store.ts";
import { answerComment } from "../../bot/voices/comments/answer-store.ts";
import {
  countWaiting,
  findComment,
  findComments,
  findShown,
  findStanding,
  findWaiting,
} from "../../bot/voices/comments/find-store.ts";
import { flagComment } from "../../bot/voices/comments/flag-store.ts";
import { decideComment } from "../../bot/voices/comments/moderate-store.ts";
import { appeal, withdrawComment, writeComment } from "../../bot/voices/comments/write-store.ts";
import { rateCourse } from "../../bot/voices/course-rating-store.ts";
import { rateLesson } from "../../bot/voices/lesson-rating-store.ts";
import { rate } from "../../bot/voices/rating-store.ts";
import { type Calls, later, now, zone } from "./stage.ts";

const shown = { text: "Хорошо", state: "published", writtenAt: now, publishedAt: now, isNewcomer: false } as const;

export const voices: Calls = {
  "voices/rating-store.ts": (database, { learner, occurrence }) =>
    rate(database, { personId: learner, occurrenceId: occurrence }, 5, later(60 * 24 * 400)),
  "voices/course-rating-store.ts": (database, { learner, course }) =>
    rateCourse(database, { personId: learner, courseId: course }, 5, now),
  "voices/lesson-rating-store.ts": (database, { learner, pastLesson }) =>
    rateLesson(database, { personId: learner, lessonId: pastLesson }, 5, now),
  "classes/lessons/messages/feedback-store.ts": async (database, { pastLesson }) => {
    const { endsAt, groupId } = await database.lesson.findUniqueOrThrow({ where: { id: pastLesson } });
    const { personId } = await database.address.findFirstOrThrow();
    const early = { createdAt: new Date(0), changedAt: now };
    await database.enrolment.deleteMany({ where: { groupId, personId } });
    await database.enrolment.create({ data: { groupId, personId, state: "enrolled", ticket: 999, ...early } });
    await planLessonFeedback(database, endsAt);
  },
  "voices/comments/find-store.ts": async (database, { event, occurrence, course, owner }) => {
    const { id } = await database.comment.create({ data: { ...shown, eventId: event, personId: BigInt(owner) } });
    await findComment(database, id);
    for (const topic of [{ kind: "event", id: occurrence } as const, { kind: "course", id: course } as const]) {
      await findComments(database, topic, 0);
      await findStanding(database, topic, now);
    }
    await findWaiting(database, 0);
    await findShown(database, [1], 0);
    await findShown(database, null, 0);
    await countWaiting(database);
  },
  "voices/comments/write-store.ts": async (database, { learner, course }) => {
    const topic = { kind: "course", id: course } as const;
    const written = await writeComment(database, { personId: learner, topic, text: "Хорошо", name: null, now });
    if (written.kind !== "waiting") throw new Error(written.kind);
    await appeal(database, { id: written.id, personId: learner, text: "?", now });
    await withdrawComment(database, { id: written.id, personId: learner });
  },
  "voices/comments/flag-store.ts": async (database, { event, learner }) => {
    const { id } = await database.comment.create({ data: { ...shown, eventId: event } });
    await flagComment(database, { id, personId: learner, now });
  },
  "voices/comments/moderate-store.ts": async (database, { event, owner }) => {
    const { id } = await database.comment.create({ data: { ...shown, eventId: event } });
    const decision = { kind: "reject", reason: "insult", ownWords: null } as const;
    await decideComment(database, { by: owner, now }, { id, decision, cityZone: zone });
  },
  "voices/comments/answer-store.ts": async (database, { event, owner }) => {
    const { id } = await database.comment.create({ data: { ...shown, eventId: event } });
    await answerComment(database, { by: owner, now }, { id, text: "Спасибо", cityZone: zone });
  },
};
