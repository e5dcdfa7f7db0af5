import type { QueryWord } from "../../programme/search/query/query-word.ts";
import { fold } from "../../text/fold.ts";
import { type Area, areas } from "../areas.ts";

/** What a search may mean among courses. */
export interface CourseQuery {
  /** For each word its LIKE patterns, folded and as typed, over a text between spaces; a course has one of each. */
  patterns: readonly (readonly string[])[];
  /** Subjects that are called so. */
  areas: readonly Area[];
  /** Whether the words ask for a class: then what courses are about counts as well as their titles. */
  isForClass: boolean;
}

/** "Курсы рисования": these say that a class is wanted, not which. Folded beginnings. */
const generic = [
  "курс",
  "заняти",
  "урок",
  "обучен",
  "учит",
  "научит",
  "дарес",
  "ойран",
  "class",
  "course",
  "lesson",
  "learn",
];

/**
 * Reads the free words of a query as a search among courses; null where none of them says what. `nameOf` gives the names
 * of a subject in all languages.
 */
export function readCourseQuery(
  words: readonly QueryWord[],
  nameOf: (area: Area) => readonly string[],
): CourseQuery | null {
  const all = words
    .map((word) => [...new Set([...word.forms.map(fold), word.raw.toLowerCase()])].filter((form) => form.length > 1))
    .filter((each) => each.length > 0);
  const forms = all.filter((each) => !each.some(isGeneric));
  if (forms.length === 0) return null;
  const patterns = forms.map((each) => each.map(pattern));
  const isNamed = (name: string) => forms.every((each) => each.some((form) => begins(` ${fold(name)} `, form)));
  return { patterns, areas: areas.filter((area) => nameOf(area).some(isNamed)), isForClass: forms.length < all.length };
}

const isGeneric = (form: string): boolean => generic.some((begin) => form.startsWith(begin));

/** Endings come and go: a long word counts by its beginning, a short one only as a whole. */
function stem(form: string): string {
  if (form.length <= 3) return `${form} `;
  const doing = form.replace(/(?<=[a-z]{3})ing$/, "");
  return doing.slice(0, Math.max(4, doing.length - 2));
}

const pattern = (form: string): string => `% ${stem(form).replace(/[\\%_]/g, "")}%`;

const begins = (text: string, form: string): boolean => text.includes(` ${stem(form)}`);
