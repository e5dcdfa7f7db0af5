import type { Section } from "./event.ts";

/** Beginnings of words. The earliest in the title decides: "мастер-класс в рамках выставки" is a master class. */
const titleWords: readonly (readonly [Section, string])[] = [
  [
    "theatre",
    "спектакл|театр|балет|опер[аы](?![цт])|оперн|оперетт|мюзикл|пьес|моноспектакл|комеди|драма(?!т)|трагеди|водевил|theat|ballet|opera |musical|сәхнә",
  ],
  [
    "music",
    "концерт|музык|муз\\.|оркестр|симфони|джаз|органн|хоров|хор |романс|рок-(?!опер)|сонат|квартет|көй|җыр|music|concert|jazz|jam session|джем-сейшн|band",
  ],
  ["museums", "выставк|экспозици|вернисаж|музе|галере|инсталляци|күргәзмә|exhibition|museum"],
  ["cinema", "кино|фильм|мультфильм|короткометраж|аниме|cinema|film|movie"],
  [
    "literature",
    "литератур|поэт|поэз|писател|книг|книж|чтени|стихи(?!й)|стихов|стихотвор|библиотек|автограф|китап|китабы|шигър|шагыйр|әдәби|poet|literat|book ",
  ],
  ["excursions", "экскурс|прогулк|квест-экскурс|тур по|пешеходн|guided|walking|tour "],
  [
    "knowledge",
    "лекци|лектори|мастер-класс|мастер класс|мастерск(?:ая|ую|ой|ие)|воркшоп|курс|урок|заняти|семинар|конференц|форум|тренинг|знани|научн|наук|интенсив|круглый стол|дискусси|школ|остаханә|дәрес|олимпиад|вебинар|forum|lecture|workshop|conference|talk(?!\\p{L})",
  ],
  [
    "shows",
    "шоу|show|цирк|стендап|стенд-ап|stand-up|standup|вечеринк|ярмарк|карнавал|парад|бал |дискотек|кабаре|клоун|игра|квиз|квест|тамаша|circus|fair(?!y)",
  ],
];

/** The section that the words of a title name, or undefined when they name none. */
export function sectionOfTitle(title: string): Section | undefined {
  let earliest: { section: Section; at: number } | undefined;
  for (const [section, words] of patterns) {
    const at = title.search(words);
    if (at >= 0 && (!earliest || at < earliest.at)) earliest = { section, at };
  }
  return earliest?.section;
}

const patterns = titleWords.map(([section, words]) => [section, startsAWord(words)] as const);

/** JavaScript's \b knows only Latin letters. */
export function startsAWord(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})`, "iu");
}
