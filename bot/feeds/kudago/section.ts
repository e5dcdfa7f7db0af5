import type { Section } from "../../programme/event.ts";

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

/** Beginnings of words. The earliest in the title decides: "мастер-класс в рамках выставки" is a master class. */
const titleWords: readonly (readonly [Section, string])[] = [
  ["theatre", "спектакл|театр|балет|опер[аы](?![цт])|оперн|оперетт|мюзикл|пьес|моноспектакл"],
  [
    "music",
    "концерт|музык|муз\\.|оркестр|симфони|джаз|органн|хоров|хор |романс|рок-(?!опер)|сонат|квартет|music|concert|jazz|band",
  ],
  ["museums", "выставк|экспозици|вернисаж|музе|галере|инсталляци|exhibition|museum"],
  ["cinema", "кино|фильм|мультфильм|короткометраж|аниме|cinema|film|movie"],
  ["literature", "литератур|поэт|поэз|писател|книг|книж|чтени|стихи(?!й)|стихов|стихотвор|библиотек|автограф"],
  ["excursions", "экскурс|прогулк|квест-экскурс|тур по|пешеходн"],
  [
    "knowledge",
    "лекци|лектори|мастер-класс|мастер класс|воркшоп|курс|урок|заняти|семинар|конференц|форум|тренинг|знани|научн|наук|интенсив|круглый стол|дискусси|школ|олимпиад|вебинар|forum|lecture|workshop|conference",
  ],
  [
    "shows",
    "шоу|show|цирк|стендап|стенд-ап|stand-up|standup|вечеринк|ярмарк|карнавал|парад|бал |дискотек|кабаре|клоун|игра|квиз|квест",
  ],
];
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

function sectionOfTitle(title: string): Section | undefined {
  let earliest: { section: Section; at: number } | undefined;
  for (const [section, words] of patterns) {
    const at = title.search(words);
    if (at >= 0 && (!earliest || at < earliest.at)) earliest = { section, at };
  }
  return earliest?.section;
}

/** JavaScript's \b knows only Latin letters. */
function startsAWord(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})`, "iu");
}

const patterns = titleWords.map(([section, words]) => [section, startsAWord(words)] as const);
