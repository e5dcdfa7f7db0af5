import { readCourseQuery } from "../../bot/classes/courses/query.ts";
import { findCoursesByWords } from "../../bot/classes/courses/search-store.ts";
import type { Reader, Services } from "../../bot/context.ts";
import { understand } from "../../bot/programme/search/query/parse-query.ts";
import type { SearchOutcome } from "../../bot/programme/search/search-store.ts";
import { languages } from "../../bot/words/language.ts";

/** Courses that are called so, or are about it: whoever types "компьютер" may want to learn it. */
export async function findCoursesMeant(
  { database, words }: Pick<Services, "database" | "words">,
  { t, now, zone }: Reader,
  outcome: SearchOutcome,
) {
  const { kind, understanding } = outcome;
  // «Воспоминания», which the programme passes over, are what a class is about.
  const story =
    kind === "nearest" ? outcome.relaxed.flatMap((each) => (each.kind === "passed_over" ? [each.text] : [])) : [];
  const themes = story.flatMap((text) => understand(text, now, zone).words).filter((word) => word.alike !== undefined);
  const subjects = [...understanding.words, ...themes];
  const query = readCourseQuery({ ...understanding, words: subjects }, (area) =>
    languages.map((language) => words.for(language)(`area.${area}`)),
  );
  if (query === null) return [];
  // Where the programme has nothing, what a course is about may be what was meant.
  const isForClass = query.isForClass || kind !== "found";
  const asked = { ...query, isForClass };
  const found = await findCoursesByWords(database, asked, { language: t.language, now });
  if (found.length > 0 || !query.isForClass || query.patterns.length < 2) return found;
  // "My dad is 70, put him on the phone class": of a story a word of a title is enough.
  return findCoursesByWords(database, { ...asked, isAnyWord: true }, { language: t.language, now });
}
