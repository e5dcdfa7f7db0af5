import type { Section } from "../../event.ts";
import type { LexiconEntry } from "./lexicon-entry.ts";

/**
 * Nouns that name a section. They are titles' words as well («Театр кукол», «Ночь музеев»), so a section is asked for
 * softly: an event counts if it is in the section *or* says the word itself (`text-query.ts`).
 * Kinds of music or plays (джаз, опера, балет) are left to the text: they tell more than their section.
 */
const section = (value: Section, phrases: string[], tatar: string[] = []): LexiconEntry => ({
  meaning: { kind: "section", value },
  phrases,
  tatar,
});

const masculine = "(|а|у|ом|е|ы|ов|ам|ами|ах)";

export const sectionWords: readonly LexiconEntry[] = [
  section(
    "theatre",
    [
      `театр${masculine}`,
      "спектакл(ь|я|ю|ем|е|и|ей|ям|ями|ях)",
      `постановк(а|и|е|у|ой|ам|ах|ами)`,
      "постановок",
      "theat(re|er|res|ers)",
      "performance(|s)",
    ],
    ["театр", "спектакль"],
  ),
  section(
    "music",
    [`музык(а|и|е|у|ой)`, `концерт${masculine}`, "concert(|s)", "music", "gig(|s)"],
    ["музыка", "концерт"],
  ),
  section(
    "museums",
    [
      "музе(й|я|ю|ем|е|и|ев|ям|ями|ях)",
      "выстав(ка|ки|ке|ку|кой|ок|кам|ками|ках)",
      "экспозици(я|и|ю|ей|й|ям|ях)",
      "museum(|s)",
      "exhibition(|s)",
    ],
    ["музей", "күргәзмә"],
  ),
  section(
    "cinema",
    [
      `кино`,
      `фильм${masculine}`,
      `кинопоказ${masculine}`,
      `кинотеатр${masculine}`,
      "cinema(|s)",
      "film(|s)",
      "movie(|s)",
      "screening(|s)",
    ],
    ["кино", "фильм"],
  ),
  section("literature", ["литератур(а|ы|е|у|ой)", "поэзи(я|и|ю|ей)", "literature", "poetry"], ["әдәбият", "шигърият"]),
  section(
    "shows",
    ["шоу", `цирк${masculine}`, "представлени(е|я|ю|ем|и|й|ям|ях)", "show(|s)", "circus"],
    ["тамаша", "шоу", "цирк"],
  ),
  section(
    "excursions",
    [
      "экскурси(я|и|ю|ей|й|ям|ями|ях)",
      "прогулк(а|и|е|у|ой|ам|ах)",
      "(|guided |walking |city )tour(|s)",
      "excursion(|s)",
      "sightseeing",
    ],
    ["экскурсия"],
  ),
  section(
    "knowledge",
    [
      "лекци(я|и|ю|ей|й|ям|ями|ях)",
      "лектори(й|и|я)",
      `мастер класс${masculine}`,
      `мастеркласс${masculine}`,
      `семинар${masculine}`,
      "lecture(|s)",
      "workshop(|s)",
      "master class(|es)",
      "masterclass(|es)",
      "seminar(|s)",
      `знани(я|й|е)`,
    ],
    ["белем", "лекция", "остаханә"],
  ),
];
