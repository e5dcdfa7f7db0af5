import { defineCallback, idCallback } from "../doors/telegram/screen/callback.ts";
import { type Codec, fields, flag, id, page } from "../doors/telegram/screen/codec.ts";
import { oneOf } from "../doors/telegram/screen/list-codec.ts";
import { stars } from "./stars.ts";
import type { VoiceTopic } from "./topic.ts";

/** Buttons of ratings and comments: they also stand on cards and under deliveries. */

const letters = { event: "e", course: "c" } as const;

/** A topic in a button: "e2n" or "c3". */
const topic: Codec<VoiceTopic> = {
  pattern: "[ec][0-9a-z]{1,6}",
  encode: (value) => letters[value.kind] + id.encode(value.id),
  decode(text) {
    const number = id.decode(text.slice(1));
    const kind = text.startsWith("e") ? "event" : text.startsWith("c") ? "course" : undefined;
    return kind === undefined || number === undefined ? undefined : { kind, id: number };
  },
};

/** The stars to choose from, of what the card is about. */
export const askStarsCallback = defineCallback("ra", topic);
/** Says how a course is; `rateCallback` says it of an event. */
export const rateCourseCallback = defineCallback(
  "rk",
  fields("{courseId}.{stars}", { courseId: id, stars: oneOf(stars) }),
);

/** Says how a lesson was. */
export const rateLessonCallback = defineCallback(
  "rj",
  fields("{lessonId}.{stars}", { lessonId: id, stars: oneOf(stars) }),
);

/** What people say: the score and a page of comments. */
export const commentsCallback = defineCallback("ro", fields("{topic}.{page}", { topic, page }));
/** One comment, and the page of the list to go back to. */
export const commentCallback = defineCallback("rv", fields("{id}.{page}", { id, page }));
/** Begins to write one. */
export const writeCommentCallback = defineCallback("re", topic);
/** Asks whether to take one's own back, and does. */
export const withdrawCommentCallback = defineCallback("rw", fields("{id}{isSure}", { id, isSure: flag("!", "") }));
/** Says that a comment should not stand there; asks first. */
export const flagCommentCallback = defineCallback("rf", fields("{id}{isSure}", { id, isSure: flag("!", "") }));
/** Begins to say what is wrong with a rejection. */
export const appealCommentCallback = idCallback("ry");

/** A page of what somebody raised their voice for. A card opened from it leads back. */
export const ownVoicesCallback = defineCallback("hb", page, { isOrigin: true });
