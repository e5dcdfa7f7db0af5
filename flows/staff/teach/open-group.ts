import { countReachable } from "../../../bot/classes/teaching/attendees-store.ts";
import { findTaughtGroup } from "../../../bot/classes/teaching/group-store.ts";
import { formatLessonLabel } from "../../../bot/classes/teaching/words.ts";
import type { Dialogue } from "../../../bot/context.ts";
import { findStaff } from "../../../bot/staff/act-store.ts";
import { may } from "../../../bot/staff/permissions.ts";

/** What a dialogue about a group needs to know of it; plain JSON. */
export interface OpenGroup {
  groupId: number;
  title: string;
  /** People that a message to the class reaches. */
  people: number;
  /** The lesson that began last and the one that comes, with words for a button. */
  lessons: { lessonId: number; label: string }[];
}

/** Looks up a group for whoever teaches it; null for everybody else. */
export function openGroup(dialogue: Dialogue, groupId: number): Promise<OpenGroup | null> {
  return dialogue.external(async ({ services, reader }): Promise<OpenGroup | null> => {
    const { database } = services;
    const group = await findTaughtGroup(database, groupId, { language: reader.t.language, now: reader.now });
    const staff = await findStaff(database, reader.person.id);
    if (group === null || !may(staff, "classes.teach", { teacherId: group.teacherId })) return null;
    const { title, last, next, timeZone } = group;
    const lessons = [last, next].filter((lesson, index, all) => lesson?.lessonId !== all[index - 1]?.lessonId);
    return {
      ...{ groupId, title, people: await countReachable(database, groupId) },
      lessons: lessons
        .filter((lesson) => lesson !== null)
        .map((lesson) => ({ lessonId: lesson.lessonId, label: formatLessonLabel(lesson, timeZone, reader) })),
    };
  });
}
