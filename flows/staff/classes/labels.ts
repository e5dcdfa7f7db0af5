import { formatEnrolLabel } from "../../../bot/classes/courses/group-words.ts";
import type { GroupForEditing, ListedForEditing } from "../../../bot/classes/editing/list-store.ts";
import type { Reader } from "../../../bot/context.ts";
import { button, type Row } from "../../../bot/doors/telegram/screen/keyboard.ts";
import type { Html } from "../../../bot/words/html.ts";
import type { Translate } from "../../../bot/words/messages/translator.ts";
import { editAreasCallback, editCourseCallback } from "./callbacks.ts";

/** The way back to the list of subjects. */
export const toSubjects = (t: Translate) => button(t("class_edit.subjects"), editAreasCallback.data(null));

/** A line for each course: what it is called, where it stands. */
export const listLines = (rows: readonly ListedForEditing[], t: Translate): Html[] =>
  rows.map(({ title, state, groups }) =>
    t.html("class_edit.row", { title, state: t(`class_edit.state.${state}`), groups }),
  );

/** A button for each course. */
export const courseRows = (rows: readonly ListedForEditing[]): Row[] =>
  rows.map(({ courseId, title }) => [button(title, editCourseCallback.data(courseId))]);

/** What a group is called on a button: its days, or its teacher where no lesson is to come. */
export function groupLabel(group: GroupForEditing, { t, now }: Reader): string {
  const hasLessons = group.lessons.some(({ status, endsAt }) => status !== "cancelled" && endsAt > now);
  return hasLessons ? formatEnrolLabel(group, t, now) : group.teacherName;
}
