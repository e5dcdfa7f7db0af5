import type { QueryWord } from "../../programme/search/query/query-word.ts";
import type { Meaning, Understanding } from "../../programme/search/query/understanding.ts";
import { fold } from "../../text/fold.ts";
import { type Area, areas } from "../areas.ts";
import { areaAt } from "./area-lexicon.ts";

/** What a search may mean among courses. */
export interface CourseQuery {
  /** For each word its LIKE patterns, folded and as typed, over a text between spaces; a course has one of each. */
  patterns: readonly (readonly string[])[];
  /** Subjects that are called so. */
  areas: readonly Area[];
  /** Whether the words ask for a class: then what courses are about counts as well as their titles. */
  isForClass: boolean;
  /** Whether one of the words in a title is enough; default all of them, as `isForClass` says. */
  isAnyWord?: boolean;
}

/** Terms whose words may be those of a course too: "English" is held in English, or taught. */
const telling: readonly Meaning["kind"][] = ["held_in", "of_language", "section", "exhibition"];

/**
 * Reads a query as a search among courses; null where none of its words says what. `nameOf` gives the names of a subject
 * in all languages.
 */
export function readCourseQuery(
  { words, terms, isForClass }: Pick<Understanding, "words" | "terms" | "isForClass">,
  nameOf: (area: Area) => readonly string[],
): CourseQuery | null {
  const said = terms.filter(({ kind }) => telling.includes(kind)).flatMap((term) => term.words);
  // «Английский» alone is held in it, or taught.
  const isLanguage = terms.length > 0 && terms.every(({ kind }) => kind === "of_language");
  const asked = words.length > 0 || !(isForClass || isLanguage) ? words : said;
  const forms = asked
    .map(({ forms, alike, raw }) =>
      [...new Set([...forms.map(fold), ...(alike ?? []), raw.toLowerCase()])].filter((form) => form.length > 1),
    )
    .filter((each) => each.length > 0);
  if (forms.length === 0) return null;
  const isNamed = (name: string) => forms.every((each) => each.some((form) => begins(` ${fold(name)} `, form)));
  const named = areas.filter((area) => nameOf(area).some(isNamed));
  return {
    patterns: forms.map((each) => each.map(pattern)),
    areas: [...new Set([...named, ...areasNamed(asked)])],
    isForClass,
  };
}

/** Subjects that some word names; "drawing" is no title, but a subject. */
function areasNamed(words: readonly QueryWord[]): Area[] {
  const ways = words[0]?.forms.length ?? 0;
  return words.flatMap((_, at) =>
    Array.from({ length: ways }, (_, way) => words.map(({ forms }) => forms[way] ?? ""))
      .map((forms) => areaAt(forms, at)?.area)
      .filter((area) => area !== undefined),
  );
}

/** Endings come and go: a long word counts by its beginning, a short one only as a whole. */
function stem(form: string): string {
  if (form.length <= 3) return `${form} `;
  const doing = form.replace(/(?<=[a-z]{3})ing$/, "");
  return doing.slice(0, Math.max(4, doing.length - (doing.length > 9 ? 3 : 2)));
}

/** Of several words each, in their order. */
const pattern = (form: string): string =>
  `% ${form
    .split(" ")
    .map((word) => stem(word).replace(/[\\%_]/g, ""))
    .join("% ")}%`;

const begins = (text: string, form: string): boolean => text.includes(` ${stem(form)}`);
