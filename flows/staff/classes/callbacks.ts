import { type Area, areas } from "../../../bot/classes/areas.ts";
import { type CourseMove, courseMoves } from "../../../bot/classes/editing/course-edit-store.ts";
import { type CourseField, courseFields } from "../../../bot/classes/editing/editable.ts";
import {
  type Callback,
  defineCallback,
  packId,
  plainCallback,
  unpackId,
} from "../../../bot/doors/telegram/screen/callback.ts";
import { type Language, languages } from "../../../bot/words/language.ts";

/** Buttons with which staff edits courses, groups and lessons. The names share one space with flows/callbacks.ts. */

export const editAreasCallback = plainCallback("wa");
export const searchClassesCallback = plainCallback("wf");
export const newCourseCallback = plainCallback("wn");

const readNumber = (text = ""): number | undefined =>
  /^[0-9a-z]{1,6}$/.test(text) ? Number.parseInt(text, 36) : undefined;

/** Something by its id, and something about it. */
function ofId<T>(
  name: string,
  pack: (value: T) => string,
  unpack: (text: string) => T | undefined,
): Callback<{ id: number; of: T }> {
  return defineCallback(
    name,
    ({ id, of }) => `${packId(id)}.${pack(of)}`,
    (text) => {
      const [idText = "", ...rest] = text.split(".");
      const [id, of] = [unpackId(idText), unpack(rest.join("."))];
      return id === undefined || of === undefined ? undefined : { id, of };
    },
  );
}

const byId = (name: string) => defineCallback<number>(name, packId, unpackId);

/** One of a list, by its place in it. */
const oneOf = <T>(list: readonly T[]) => ({
  pack: (value: T) => String(list.indexOf(value)),
  unpack: (text: string) => (/^\d{1,2}$/.test(text) ? list[Number(text)] : undefined),
});

/** A page of the courses of a subject. */
export const editAreaCallback = defineCallback<{ area: Area; page: number }>(
  "wl",
  ({ area, page }) => `${areas.indexOf(area)}.${packId(page)}`,
  (text) => {
    const parts = /^(\d{1,2})\.([0-9a-z]{1,3})$/.exec(text);
    const area = areas[Number(parts?.[1] ?? Number.NaN)];
    return area && { area, page: Number.parseInt(parts?.[2] ?? "0", 36) };
  },
);

export const editCourseCallback = byId("wc");

/** Puts a course under another subject. */
export const setAreaCallback = byId("wk");

const language = oneOf<Language>(languages);

/** The texts of a course in a language. */
export const courseTextCallback = ofId("wt", language.pack, language.unpack);

export type CourseTextPart = { language: Language; field: CourseField | "all" | "ask none" | "none" };
const parts = [...courseFields, "all", "ask none", "none"] as const;

/** Writes a text anew, all of them, or takes the language away after a question. */
export const writeCourseTextCallback = ofId<CourseTextPart>(
  "we",
  ({ language: of, field }) => `${language.pack(of)}${parts.indexOf(field)}`,
  (text) => {
    const of = language.unpack(text[0] ?? "");
    const field = /^\d\d$/.test(text) ? parts[Number(text[1])] : undefined;
    return of && field && { language: of, field };
  },
);

/** What is seen of it, and to whom, as whoever presses the button saw it. */
interface At<T> {
  revision: number;
  to: T;
}

function atRevision<T>(list: readonly T[]) {
  const { pack, unpack } = oneOf(list);
  return {
    pack: ({ revision, to }: At<T>) => `${packId(revision)}.${pack(to)}`,
    unpack: (text: string): At<T> | undefined => {
      const [number, value = ""] = text.split(".");
      const [revision, to] = [readNumber(number), unpack(value)];
      return revision === undefined || to === undefined ? undefined : { revision, to };
    },
  };
}

const move = atRevision<CourseMove>(courseMoves);
export const moveCourseCallback = ofId("wp", move.pack, move.unpack);

/** Begins a new group of a course. */
export const newGroupCallback = byId("wh");

export const editGroupCallback = byId("wg");

/** What can be changed of a group. */
export const groupPartsCallback = byId("wb");

export const groupParts = ["teacher", "capacity", "level", "language", "audience", "link", "age"] as const;
export type GroupPart = (typeof groupParts)[number];
const part = oneOf<GroupPart>(groupParts);
export const setGroupCallback = ofId("wi", part.pack, part.unpack);

/** Asks whether to close a group. */
export const askCloseCallback = byId("wz");
const door = atRevision<"closed" | "open">(["closed", "open"]);
export const closeCallback = ofId("wy", door.pack, door.unpack);

/** Makes a link that turns somebody into the teacher of a group. */
export const inviteTeacherCallback = byId("wq");

export const addLessonsCallback = byId("wd");

/** Moves all lessons of a group that are to come. */
export const moveSeriesCallback = byId("wr");

/** A page of the lessons of a group. */
export const lessonsCallback = ofId("ws", packId, readNumber);
export const editLessonCallback = byId("wo");
export const moveLessonCallback = byId("wm");

/** Asks whether to cancel a lesson. */
export const askCancelCallback = byId("wx");
const fate = atRevision<"cancel" | "restore">(["cancel", "restore"]);

/** Cancels a lesson or holds it after all; the revision is its sequence. */
export const cancelLessonCallback = ofId("wu", fate.pack, fate.unpack);
