import {
  type Callback,
  defineCallback,
  idCallback,
  plainCallback,
} from "../../../bot/doors/telegram/screen/callback.ts";
import { fields, flag, id, page } from "../../../bot/doors/telegram/screen/codec.ts";

/** Buttons of teachers. */

export { tickSheetCallback } from "../../../bot/classes/attendance/callbacks.ts";

/** Something by its id, by pages. */
const paged = (name: string): Callback<{ id: number; page: number }> =>
  defineCallback(name, fields("{id}.{page}", { id, page }));

/** Something by its id, to be withdrawn or given again: pressed twice it is still that. */
const withdrawing = (name: string): Callback<{ id: number; isWithdrawn: boolean }> =>
  defineCallback(name, fields("{id}{isWithdrawn}", { id, isWithdrawn: flag("-", "+") }));

/** A page of one's groups; of all groups for whoever teaches them all. */
export const groupsCallback = defineCallback("tg", page);

/** Asks for a title to find groups by. */
export const findGroupsCallback = plainCallback("tf");

export const taughtGroupCallback = idCallback("tr");

/** Who comes to the next lesson of a group. */
export const comersCallback = paged("tw");

/** One learner came to a lesson or did not: pressed twice it is still that. */
export const tickCallback = defineCallback(
  "tk",
  fields("{lessonId}.{enrolmentId}{isPresent}{page}", {
    lessonId: id,
    enrolmentId: id,
    isPresent: flag("+", "-"),
    page,
  }),
);

/** Everybody came to a lesson. */
export const tickAllCallback = idCallback("ta");

/** Begins a message to a group. */
export const tellGroupCallback = idCallback("tm");

/** A group's journal as a workbook. */
export const rosterCallback = idCallback("ts");

/** What a group was given. */
export const taughtMaterialsCallback = paged("tl");
export const taughtMaterialCallback = idCallback("to");
export const addMaterialCallback = idCallback("tn");
export const withdrawMaterialCallback = withdrawing("tx");

/** The recording of a lesson. */
export const recordingCallback = idCallback("tv");
export const giveRecordingCallback = idCallback("td");
export const withdrawRecordingCallback = withdrawing("tz");

/** Who is in a group and its line, with all that can be done with each. */
export const peopleCallback = paged("tp");
export const learnerCallback = idCallback("tb");

/** Enrols somebody who telephoned; the group's id. */
export const enrolCallerCallback = idCallback("tc");

/** Which other group somebody may be moved to, and moves them. */
export const chooseGroupCallback = idCallback("te");
export const moveLearnerCallback = defineCallback(
  "th",
  fields("{enrolmentId}.{groupId}", { enrolmentId: id, groupId: id }),
);

/** Begins to take somebody out of a group. */
export const removeLearnerCallback = idCallback("ti");

/** Gives a free place to somebody in the line. */
export const seatLearnerCallback = idCallback("tj");
