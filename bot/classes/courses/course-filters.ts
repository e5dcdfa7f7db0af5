import type { Language } from "../../words/language.ts";
import { type Level, levels } from "./course.ts";

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** By ISO 8601, Monday is 1. */
export type Weekday = (typeof weekdays)[number];

/** What has to be true of one group of a course at least. Of several values one is enough; no list is empty. */
export interface CourseFilters {
  level?: readonly Level[];
  /** The language it is taught in. */
  heldIn?: readonly Language[];
  /** On which of its lessons to come take place. */
  weekday?: readonly Weekday[];
  /** There are places for somebody new. */
  free?: true;
}

/** A group as filters look at it. */
export interface FilterableGroup {
  courseId: number;
  level: Level;
  /** Primary tag of the language it is taught in. */
  heldIn: string;
  weekdays: readonly number[];
  isFree: boolean;
}

/** How many courses have a group that the filters let through. */
export const countCourses = (groups: readonly FilterableGroup[], filters: CourseFilters): number =>
  new Set(groups.filter((group) => passes(group, filters)).map(({ courseId }) => courseId)).size;

function passes(group: FilterableGroup, { level, heldIn, weekday, free }: CourseFilters): boolean {
  return (
    (level === undefined || level.includes(group.level)) &&
    (heldIn === undefined || heldIn.some((each) => each === group.heldIn)) &&
    (weekday === undefined || weekday.some((each) => group.weekdays.includes(each))) &&
    (free === undefined || group.isFree)
  );
}

/** The filters with a value put in, or taken out where it was. */
export function toggle<G extends "level" | "heldIn" | "weekday">(
  filters: CourseFilters,
  group: G,
  value: NonNullable<CourseFilters[G]>[number],
): CourseFilters {
  const { [group]: chosen = [], ...rest } = filters;
  const values: readonly unknown[] = chosen;
  const next = orderOf[group].filter((each) => (each === value ? !values.includes(each) : values.includes(each)));
  return next.length === 0 ? rest : { ...rest, [group]: next };
}

const orderOf = { level: levels, heldIn: ["ru", "tt", "en"], weekday: weekdays } as const satisfies Record<
  string,
  readonly unknown[]
>;

export const countCourseFilters = ({ level = [], heldIn = [], weekday = [], free }: CourseFilters): number =>
  level.length + heldIn.length + weekday.length + (free ? 1 : 0);
