import type { Audience } from "../../programme/event.ts";
import type { Language } from "../../words/language.ts";
import type { Area } from "../areas.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import type { MeetingPlace } from "./meeting-place.ts";

export const levels = ["beginner", "intermediate", "advanced"] as const;
export type Level = (typeof levels)[number];

/** How somebody stands in a group. */
export interface OwnPlace {
  enrolmentId: number;
  state: "waiting" | "offered" | "enrolled";
  /** In the line, from 1; null for those who are not in it. */
  position: number | null;
  /** The offer that holds a place, and until when; null where there is none. */
  offerId: number | null;
  offeredUntil: Date | null;
}

/** The words of a course, each in the reader's language or the next one that has it. */
export interface CourseWords {
  courseId: number;
  area: Area;
  /** Published and not withdrawn. */
  isOpen: boolean;
  title: string;
  about: string | null;
  needs: string | null;
  /** The language of the title. */
  language: Language;
  /** The language of what it is about; null where nothing is said. */
  aboutLanguage: Language | null;
}

/** What a group is, whoever looks at it. */
export interface GroupTraits {
  teacherName: string;
  level: Level;
  /** BCP 47 tag of the language it is taught in. */
  heldIn: string;
  audiences: Audience[];
  ageMin: number | null;
  capacity: number;
  /** By those enrolled, and by offers. */
  taken: number;
  /** People in the line. */
  waiting: number;
  /** IANA name. */
  timeZone: string;
  closedAt: Date | null;
}

/** A group as residents see it. */
export interface GroupCard extends GroupTraits {
  groupId: number;
  /** Where it meets; null: at Zoom. */
  place?: MeetingPlace | null;
  /** In order of time, cancelled ones with them. */
  lessons: LessonTime[];
  /** The reader's own; null where they are not in it, or nobody in particular reads. */
  own: OwnPlace | null;
}

export interface CourseCard extends CourseWords {
  /** Groups that one can enrol in and groups that the reader is in; the next to begin first. */
  groups: GroupCard[];
}

/** A row of a list of courses. */
export interface ListedCourse {
  courseId: number;
  title: string;
  groups: number;
  /** In all of its groups. */
  free: number;
  waiting: number;
  /** When the next lesson begins. */
  nextStartsAt: Date;
}

/** Places that somebody new would get now: whoever waits in line comes before them. */
export const freePlaces = ({ capacity, taken, waiting }: Pick<GroupCard, "capacity" | "taken" | "waiting">): number =>
  waiting > 0 ? 0 : Math.max(0, capacity - taken);

/** Where a group has come to: its next lesson by number, of how many. Null when all of them are over. */
export function progress(
  lessons: readonly LessonTime[],
  now: Date,
): { next: LessonTime; number: number; of: number; hasBegun: boolean } | null {
  const held = lessons.filter(({ status }) => status !== "cancelled");
  const index = held.findIndex(({ endsAt }) => endsAt > now);
  const next = held[index];
  return next
    ? { next, number: index + 1, of: held.length, hasBegun: held.some(({ startsAt }) => startsAt <= now) }
    : null;
}

/** Whether somebody new may enrol, or join the line. */
export const isOpenGroup = (group: Pick<GroupCard, "closedAt" | "lessons">, now: Date): boolean =>
  (group.closedAt === null || group.closedAt > now) && progress(group.lessons, now) !== null;
