import { defineCallback } from "../../bot/doors/telegram/screen/callback.ts";
import { fields, id, page } from "../../bot/doors/telegram/screen/codec.ts";

/** Buttons of simple mode that lead from one thing to the next; each carries which one, from 0. */

/** One of all courses. */
export const simpleCoursesCallback = defineCallback("mc", page);

/** One of the groups of a course. */
export const simpleGroupsCallback = defineCallback("mk", fields("{courseId}.{index}", { courseId: id, index: page }));

/** One of the things that can be done with a class of one's own. */
export const simpleClassCallback = defineCallback(
  "mo",
  fields("{enrolmentId}.{index}", { enrolmentId: id, index: page }),
);

/** One of the things that one has ahead, classes first. */
export const simpleOwnCallback = defineCallback("mn", page, { isOrigin: true });
