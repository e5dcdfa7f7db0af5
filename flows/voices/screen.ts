import { ownClassCallback } from "../../bot/classes/callbacks.ts";
import { findLessonClass } from "../../bot/classes/lessons/view-store.ts";
import type { BotContext } from "../../bot/context.ts";
import { once } from "../../bot/doors/telegram/dialogue/once.ts";
import { button } from "../../bot/doors/telegram/screen/keyboard.ts";
import { answerTap, show } from "../../bot/doors/telegram/screen/show.ts";
import {
  appealCommentCallback,
  askStarsCallback,
  commentCallback,
  commentsCallback,
  flagCommentCallback,
  rateCourseCallback,
  rateLessonCallback,
  withdrawCommentCallback,
  writeCommentCallback,
} from "../../bot/voices/callbacks.ts";
import { type Flagged, flagComment } from "../../bot/voices/comments/flag-store.ts";
import { withdrawComment } from "../../bot/voices/comments/write-store.ts";
import { rateCourse } from "../../bot/voices/course-rating-store.ts";
import { rateLesson } from "../../bot/voices/lesson-rating-store.ts";
import { lessonStars } from "../../bot/voices/words.ts";
import { cutAtWord } from "../../bot/words/cut.ts";
import { html } from "../../bot/words/html.ts";
import { menuView, toMenu } from "../account/menu.ts";
import { enter } from "../kit/dialogue.ts";
import { onCallback } from "../kit/on-callback.ts";
import { privatePartOf, Screen } from "../kit/screen.ts";
import { appealComment } from "./appeal-comment.ts";
import { commentsView, commentView, findSeen } from "./comments-view.ts";
import { starsView, voiceRow } from "./stars.ts";
import { writeOwnComment } from "./write-comment.ts";

/** What residents say about events and courses: stars, comments, flags. */
export const voicesScreen = new Screen();

const inPrivate = privatePartOf(voicesScreen);

onCallback(inPrivate, askStarsCallback, async (ctx, topic) => show(ctx, await starsView(ctx, topic)));

onCallback(inPrivate, rateCourseCallback, async (ctx, { courseId, stars }) => {
  const { person, now, t } = ctx.reader;
  const rated = await rateCourse(ctx.services.database, { personId: person.id, courseId }, stars, now);
  if (rated.kind === "rated") return show(ctx, await starsView(ctx, { kind: "course", id: courseId }, stars));
  await show(ctx, menuView(t, html`${t(rated.kind === "gone" ? "course.gone" : "comment.course_not_yet")}`));
});

onCallback(inPrivate, rateLessonCallback, async (ctx, { lessonId, stars }) => {
  const { services, reader } = ctx;
  const { person, now, t } = reader;
  const rated = await rateLesson(services.database, { personId: person.id, lessonId }, stars, now);
  const course = await findLessonClass(services.database, { lessonId }, person.id, t.language);
  if (rated.kind !== "rated" || course === null)
    return show(ctx, menuView(t, html`${t(rated.kind === "not yet" ? "lesson.feedback.not_yet" : "course.gone")}`));
  const { courseId, enrolmentId, title } = course;
  await show(ctx, {
    text: html`${t("feedback.thanks", { title: cutAtWord(title, 160), count: stars })}`,
    keyboard: [
      lessonStars(lessonId, t, stars),
      voiceRow({ kind: "course", id: courseId }, t),
      [button(t("classes.open"), ownClassCallback.data(enrolmentId)), toMenu(t)],
    ],
  });
});

onCallback(inPrivate, commentsCallback, async (ctx, state) => show(ctx, await commentsView(ctx, state)));
onCallback(inPrivate, commentCallback, async (ctx, state) => show(ctx, await commentView(ctx, state)));
onCallback(inPrivate, writeCommentCallback, (ctx, topic) => enter(ctx, writeOwnComment, topic));
onCallback(inPrivate, appealCommentCallback, (ctx, id) => enter(ctx, appealComment, id));

onCallback(inPrivate, withdrawCommentCallback, async (ctx, { id, isSure }) => {
  if (!isSure) return show(ctx, await commentView(ctx, { id, page: 0 }, { asking: "withdraw" }));
  const { person, t } = ctx.reader;
  const comment = await findSeen(ctx, id);
  const isTaken = await withdrawComment(ctx.services.database, { id, personId: person.id });
  if (comment === null || !isTaken) return show(ctx, menuView(t, html`${t("comment.gone")}`));
  await show(ctx, await commentsView(ctx, { topic: comment.topic, page: 0 }, t("comment.said.withdrawn")));
});

const flagged = {
  flagged: "comment.said.flagged",
  hidden: "comment.said.hidden",
  "flagged already": "comment.said.flagged_already",
  own: "comment.said.flag_own",
  "too many": "comment.said.flag_too_many",
  gone: "comment.gone",
} as const satisfies Record<Flagged, string>;

onCallback(inPrivate, flagCommentCallback, async (ctx, { id, isSure }) => {
  if (!isSure) return show(ctx, await commentView(ctx, { id, page: 0 }, { asking: "flag" }));
  const { person, now, t } = ctx.reader;
  const comment = await findSeen(ctx, id);
  if (comment === null) return show(ctx, menuView(t, html`${t("comment.gone")}`));
  const said = await once(ctx, "flag-comment", (database) => flagComment(database, { id, personId: person.id, now }));
  await show(ctx, await commentsView(ctx, { topic: comment.topic, page: 0 }, t(flagged[said])));
});

// A group reads along.
const onlyPrivate = async (ctx: BotContext): Promise<void> => {
  await answerTap(ctx, { text: ctx.reader.t("comment.only_private"), show_alert: true });
};
onCallback(voicesScreen, askStarsCallback, onlyPrivate);
onCallback(voicesScreen, commentsCallback, onlyPrivate);
onCallback(voicesScreen, writeCommentCallback, onlyPrivate);
