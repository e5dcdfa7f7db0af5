import { defineCallback, idCallback, plainCallback } from "../doors/telegram/screen/callback.ts";
import { fields, id, page } from "../doors/telegram/screen/codec.ts";
import { oneOf } from "../doors/telegram/screen/list-codec.ts";
import { areas } from "./areas.ts";

/** Buttons of classes that also stand under deliveries. */

/** Takes an offered place; the offer's id. */
export const acceptCallback = idCallback("eo");

/** Gives an offered place to the next. */
export const declineCallback = idCallback("ed");

/** Goes to the end of a group's line again; the group's id. */
export const joinLineCallback = idCallback("ej");

/** Asks for the way into a lesson; the lesson's id. */
export const joinCallback = idCallback("yj");

/** A course, with a page of its groups. */
export const courseCallback = defineCallback("bc", fields("{courseId}.{page}", { courseId: id, page }));

/** A class of the person who taps, by its enrolment. */
export const ownClassCallback = idCallback("ec");

/** Where a group meets, as a point on the map; the group's id. */
export const groupMapCallback = idCallback("bm");

/** Says that one cannot come to a lesson; the lesson's id. */
export const absentCallback = idCallback("yn");

/** Reminds of a lesson once more in an hour; the lesson's id. */
export const snoozeLessonCallback = idCallback("ys");

/** The classes of the person who taps. */
export const ownClassesCallback = plainCallback("em");

/** A page of what the teacher gave to a class, by the reader's enrolment in it. */
export const handoutsCallback = defineCallback("ea", fields("{enrolmentId}.{page}", { enrolmentId: id, page }));

const area = oneOf(areas, [
  "digital",
  "languages",
  "painting",
  "crafts",
  "music",
  "dance",
  "stage",
  "writing",
  "photography",
  "fitness",
]);

/** A page of the courses of a subject, for residents and for staff. */
export const areaFields = { area, page };
export const areaPage = fields("{area}.{page}", areaFields);

/** Follows a subject, asks whether to follow it no more, and does not. */
export const followCallback = defineCallback("ew", area);
export const askUnfollowCallback = defineCallback("ez", area);
export const unfollowCallback = defineCallback("ex", area);
