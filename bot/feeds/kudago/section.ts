import type { Section } from "../../programme/event.ts";
import { sectionOfTitle, startsAWord } from "../../programme/section-of-title.ts";

/** Categories that name a section by themselves (https://docs.kudago.com/api, event-categories). */
const certain: Record<string, Section> = {
  theater: "theatre",
  concert: "music",
  exhibition: "museums",
  "permanent-exhibitions": "museums",
  photo: "museums",
  cinema: "cinema",
  tour: "excursions",
  education: "knowledge",
  "business-events": "knowledge",
  presentation: "knowledge",
  "dance-trainings": "knowledge",
  "stand-up": "shows",
  "comedy-club": "shows",
  circus: "shows",
  show: "shows",
  magic: "shows",
  quest: "shows",
  party: "shows",
};

/** Categories that fit many things: the title is asked first. */
const vague: Record<string, Section> = {
  festival: "shows",
  kids: "shows",
  holiday: "shows",
  entertainment: "shows",
  recreation: "shows",
  fashion: "shows",
  games: "shows",
  night: "shows",
  ball: "shows",
  "yarmarki-razvlecheniya-yarmarki": "shows",
  "social-activity": "knowledge",
  meeting: "knowledge",
};

/** Say what kind of thing it is, not of what: only when nothing else does. */
const vagueTitleWords = "фестивал|fest|праздник|гулян|день города";

/** Finds the section of a record by its categories, then its title; `guessed` is true where no rule fitted. */
export function findSection(categories: readonly string[], title: string): { section: Section; guessed: boolean } {
  const named = firstOf(certain, categories) ?? sectionOfTitle(title) ?? firstOf(vague, categories);
  if (named) return { section: named, guessed: false };
  return { section: "shows", guessed: !startsAWord(vagueTitleWords).test(title) };
}

function firstOf(table: Record<string, Section>, categories: readonly string[]): Section | undefined {
  const name = categories.find((category) => Object.hasOwn(table, category));
  return name === undefined ? undefined : table[name];
}
