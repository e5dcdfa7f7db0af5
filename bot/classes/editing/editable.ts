import type { Fields } from "../../staff/revision.ts";
import type { Language } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import type { GroupTraits } from "../courses/course.ts";
import type { LessonStatus } from "../lessons/lesson.ts";

/** What a course says in a language. */
export interface CourseText {
  title: string;
  /** What one learns. */
  about: string | null;
  /** What one needs to have or know. */
  needs: string | null;
}

export const courseFields = ["title", "about", "needs"] as const;
export type CourseField = (typeof courseFields)[number];

/** How long texts may be: a card has 4,096 characters, with its groups. */
export const longest = { title: 120, about: 900, needs: 400, teacher: 80, link: 500 } as const;

export const mostPlaces = 10_000;

/** Where a course stands: seen by nobody yet, by everybody, or by nobody any more. */
export type CourseState = "draft" | "open" | "withdrawn";

/** A course as staff edits it. */
export interface EditableCourse {
  id: number;
  revision: number;
  area: Area;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  texts: (CourseText & { language: Language })[];
}

export const stateOf = ({
  publishedAt,
  withdrawnAt,
}: Pick<EditableCourse, "publishedAt" | "withdrawnAt">): CourseState => {
  if (withdrawnAt !== null) return "withdrawn";
  return publishedAt === null ? "draft" : "open";
};

/** A group as staff edits it. */
export interface EditableGroup extends GroupTraits {
  id: number;
  revision: number;
  courseId: number;
  /** Whose group it is in /staff; null: the teacher does not use the bot. */
  teacherId: number | null;
  /** An address that a button can have; null: Zoom makes one, or nobody typed it yet. */
  typedLink: string | null;
  /** Where it meets; null: at Zoom. */
  placeId: number | null;
  /** Whose name stands on its certificates. */
  institutionId: number | null;
}

/** A lesson as staff edits it; `sequence` rises with each change. */
export interface EditableLesson {
  id: number;
  groupId: number;
  startsAt: Date;
  endsAt: Date;
  status: LessonStatus;
  sequence: number;
}

/** The fields of a course, for the audit log. */
export function fieldsOfCourse({ area, publishedAt, withdrawnAt, texts }: EditableCourse): Fields {
  const words = texts.flatMap(({ language, title, about, needs }) =>
    Object.entries({ title, about, needs }).map(([name, value]) => [`texts.${language}.${name}`, value]),
  );
  const times = { publishedAt: publishedAt?.toISOString() ?? null, withdrawnAt: withdrawnAt?.toISOString() ?? null };
  return { area, ...times, ...Object.fromEntries(words) };
}

/** The fields of a group, for the audit log. */
export function fieldsOfGroup(group: EditableGroup): Fields {
  const {
    teacherId,
    teacherName,
    level,
    heldIn,
    audiences,
    ageMin,
    capacity,
    closedAt,
    typedLink,
    placeId,
    institutionId,
  } = group;
  return {
    ...{ teacherId, teacherName, level, heldIn, audiences, ageMin, capacity, typedLink, placeId, institutionId },
    closedAt: closedAt?.toISOString() ?? null,
  };
}
