import { defineCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../bot/doors/telegram/screen/codec.ts";

/** Buttons of simple mode that lead from one thing to the next; each carries which one, from 0. */

/** A course, out of all of them. */
export const simpleCoursesCallback = defineCallback("mc", page);

/** A group of a course. */
export const simpleGroupsCallback = defineCallback("mk", fields("{courseId}.{index}", { courseId: id, index: page }));

/** Something that can be done with a class of one's own. */
export const simpleClassCallback = defineCallback(
  "mo",
  fields("{enrolmentId}.{index}", { enrolmentId: id, index: page }),
);

/** Something that one has ahead, classes first. */
export const simpleOwnCallback = defineCallback("mn", page, { isOrigin: true });
