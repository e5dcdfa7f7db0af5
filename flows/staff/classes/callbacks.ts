import { areaPage } from "../../../bot/classes/callbacks.ts";
import { courseMoves } from "../../../bot/classes/editing/course-edit-store.ts";
import { courseFields } from "../../../bot/classes/editing/editable.ts";
import {
  type Callback,
  defineCallback,
  idCallback,
  plainCallback,
} from "../../../bot/doors/telegram/screen/callback.ts";
import { type Codec, count, fields, id, page } from "../../../bot/doors/telegram/screen/codec.ts";
import { oneOf } from "../../../bot/doors/telegram/screen/list-codec.ts";
import { languages } from "../../../bot/words/language.ts";

/** Buttons with which staff edits courses, groups and lessons. */

export const editAreasCallback = plainCallback("wa");
export const searchClassesCallback = plainCallback("wf");
export const newCourseCallback = plainCallback("wn");

/** Defines a button that names a row by its id, and something about it. */
const ofId = <T>(name: string, of: Codec<T>): Callback<{ id: number; of: T }> =>
  defineCallback(name, fields<{ id: number; of: T }>("{id}.{of}", { id, of }));

/** A page of the courses of a subject. */
export const editAreaCallback = defineCallback("wl", areaPage);

export const editCourseCallback = idCallback("wc");

/** Puts a course under another subject. */
export const setAreaCallback = idCallback("wk");

const language = oneOf(languages, ["ru", "tt", "en"]);

/** The texts of a course in a language. */
export const courseTextCallback = ofId("wt", language);

/** Writes a text anew, all of them, or takes the language away after a question. */
export const writeCourseTextCallback = ofId(
  "we",
  fields("{language}{field}", {
    language,
    field: oneOf([...courseFields, "all", "ask none", "none"] as const, [
      "title",
      "about",
      "needs",
      "all",
      "ask none",
      "none",
    ]),
  }),
);

/** The state that something is to get, with the revision that the presser of the button saw. */
const atRevision = <T extends string>(list: readonly T[], formerly: readonly T[]) =>
  fields<{ revision: number; to: T }>("{revision}.{to}", { revision: count, to: oneOf(list, formerly) });

/** Shows a course to residents, or hides it. */
export const moveCourseCallback = ofId("wp", atRevision(courseMoves, ["publish", "draft", "withdraw", "restore"]));

/** Begins a new group of a course. */
export const newGroupCallback = idCallback("wh");

export const editGroupCallback = idCallback("wg");

/** What can be changed of a group. */
export const groupPartsCallback = idCallback("wb");

export const groupParts = [
  "teacher",
  "capacity",
  "level",
  "language",
  "audience",
  "place",
  "link",
  "age",
  "issuer",
] as const;
export type GroupPart = (typeof groupParts)[number];

export const setGroupCallback = ofId(
  "wi",
  oneOf(groupParts, ["teacher", "capacity", "level", "language", "audience", "link", "age"]),
);

/** Asks whether to close a group. */
export const askCloseCallback = idCallback("wz");
export const closeCallback = ofId("wy", atRevision(["closed", "open"], ["closed", "open"]));

/** Makes a link that turns somebody into the teacher of a group. */
export const inviteTeacherCallback = idCallback("wq");

export const addLessonsCallback = idCallback("wd");

/** Moves all lessons of a group that are to come. */
export const moveSeriesCallback = idCallback("wr");

/** A page of the lessons of a group. */
export const lessonsCallback = ofId("ws", page);
export const editLessonCallback = idCallback("wo");
export const moveLessonCallback = idCallback("wm");

/** Asks whether to cancel a lesson. */
export const askCancelCallback = idCallback("wx");

/** Cancels a lesson or holds it after all; the revision is its sequence. */
export const cancelLessonCallback = ofId("wu", atRevision(["cancel", "restore"], ["cancel", "restore"]));
