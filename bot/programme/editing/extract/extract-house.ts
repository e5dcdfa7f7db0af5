import type { Found } from "../../../when/span.ts";
import { placeCase } from "./extract-address.ts";
import { linesOf } from "./extracted.ts";
import { sentencesOf } from "./sentences.ts";

/** Characters of a text in which a house is looked for, and of a line. */
const readAtMost = 4_096;
const longestLine = 1_000;

const adjective = "(?:\\p{L}{3,20}(?:ий|ый|ой|ом|ая)\\s){0,2}";
const culture =
  "(?:дом\\p{L}{0,2}|двор(?:ец|ц\\p{L}{1,2}))\\s(?:культуры|творчества|дружбы|офицеров|уч[её]ных|акт[её]ра|пионеров|молод[её]жи)";
const rooms =
  "клуб(?:е)?|библиотек(?:а|е)|музе(?:й|е)|галере(?:я|е)|театр(?:е)?|кинотеатр(?:е)?|центр(?:е)?|школ(?:а|е)|парк(?:е)?|усадьб(?:а|е)|антикафе|кафе|бар(?:е)?|паб(?:е)?|ресторан(?:е)?|лофт(?:е)?|коворкинг(?:е)?|студи(?:я|и)|мастерск(?:ая|ой)|арт-пространств(?:о|е)|пространств(?:о|е)|церк(?:овь|ви)|усадьб(?:а|е)";
const short = "ДК|СДК|РДК|ГДК|КДЦ|КЦ|ДШИ|ДМШ|ЦДТ|ТЦ|ТРЦ|ТРК";
/** What a house is told by: a name in quotes, a number, whose name it bears, or its village. */
const telling =
  '(?:[«"“][^«»"“”\\n]{2,60}[»"”]|№\\s?\\d{1,4}|(?:им\\.|имени)\\s?(?:\\p{L}\\.\\s?){0,2}\\p{L}[\\p{L}-]{2,30}|(?:с|д|п|дер|пос)\\.\\s?\\p{L}[\\p{L}-]{2,30})';
const hall =
  "(?:,\\s(?:\\p{L}{3,20}\\s(?:и\\s\\p{L}{3,20}\\s)?(?:зал|залы|фойе)|фойе|\\d\\s?этаж)(?!\\p{L}))?(?:\\s\\([^()\\n]{3,50}\\d[^()\\n]{0,8}\\)|,\\s\\p{Lu}[\\p{L}. ]{2,30},?\\s\\d{1,3}(?![\\d:.]))?";
const notes: readonly RegExp[] = [
  // «в сельском доме культуры с. Усады», «в антикафе «Гнездо»»
  new RegExp(`(?<!\\p{L})(?:в|во|на)\\s(${adjective}(?:${culture}|${rooms}|${short})\\s${telling}${hall})`, "iu"),
  // «в ДК Химиков», «ДК «Юность», малый зал»
  new RegExp(
    `(?<![\\p{L}«"“])((?:${short})\\s(?:(?:им\\.|имени)\\s(?:\\p{Lu}\\.\\s?){0,2})?(?:[«"“][^«»"“”\\n]{2,60}[»"”]|\\p{Lu}[\\p{L}-]{2,30})${hall})`,
    "u",
  ),
  new RegExp(`(?<![\\p{L}«"“])(${adjective}(?:${culture}|сельский клуб)\\s${telling}${hall})`, "iu"),
  // «Арча мәдәният йортында»
  /(?<![\p{L}-])((?:[«"“][^«»"“”\n]{2,60}[»"”]|\p{Lu}[\p{L}-]{2,30})\s(?:\p{Ll}{3,12}\s)?(?:мәдәният\s(?:йорты|сарае|үзәге)|клубы|китапханәсе|музее|галереясе|театры|үзәге|кафесы|мәктәбе|паркы|залы))(?:нда|ндә)(?!\p{L})/u,
  /(?<!\p{L})(?:at|in)\s(?:the\s)?((?:\p{Lu}[\p{L}'’-]{1,20}\s){0,4}(?:House|Palace|Centre|Center|Library|Museum|Gallery|Theatre|Theater|Club|Hall|School|Park|Café|Cafe|Bar|Cinema|Church|Studio)(?:\sof\s(?:the\s)?\p{Lu}[\p{L}]{2,20}(?:\s\p{Lu}\p{L}{2,20})?)?)(?!\p{L})/u,
];
/** A sentence of nothing else: «Антикафе «Гнездо».», «“Нур” кафесы.» */
const alone: readonly RegExp[] = [
  new RegExp(
    `^[^\\p{L}]{0,6}(${adjective}(?:${culture}|${short}|библиотека|музей|галерея|антикафе|кафе|бар|паб|ресторан)\\s${telling}${hall})[.!\\s]*$`,
    "iu",
  ),
  /^[^\p{L}«"“]{0,6}([«"“][^«»"“”\n]{2,60}[»"”]\s(?:клубы|кафесы|китапханәсе|галереясе|үзәге|мәдәният\s(?:йорты|сарае|үзәге)))[.!\s]*$/iu,
];
/** Where a walk begins: «Сбор у памятника Насыри», "Meet at the fountain". */
const meeting =
  /(?<!\p{L})(?:сбор|встреча|встречаемся|собираемся|җыелабыз|очрашабыз|meet|meeting point)\s(?:группы\s|is\s|us\s)?((?:у|возле|около|перед|на|в|во|at|by|outside|in front of|near)\s[^\n.,;!?(]{3,80})/iu;
/** «Место сбора: Спасская башня» in the middle of a line. */
const meetingAt =
  /(?<!\p{L})(?:meeting point|место (?:встречи|сбора)|очрашу урыны|җыелу урыны)\s?[:—–-]\s?([^\n.;!?(]{3,80})/iu;
/** "At the Gallery" names none. */
const namesNone =
  /^(?:House|Palace|Centre|Center|Library|Museum|Gallery|Theatre|Theater|Club|Hall|School|Park|Café|Cafe|Bar|Cinema|Church|Studio)$/u;

/** A house that nobody knows, named inside of a sentence that says no address; else where a walk meets. */
export function findHouse(text: string): Found<string> | null {
  const sentences = linesOf(text.slice(0, readAtMost)).flatMap(({ value, at }) =>
    sentencesOf(value.slice(0, longestLine)).map((one) => ({ value: one.value, start: at.start + one.at.start })),
  );
  for (const pattern of [meetingAt, ...notes, ...alone, meeting]) {
    for (const { value, start } of sentences) {
      const match = pattern.exec(value);
      const said = (match?.[1] ?? "").trim().replace(/\s+(?:в|at)$/u, "");
      if (match === null || said === "" || namesNone.test(said)) continue;
      // A meeting «в 12:00», or «у фонтана», tells no place by its name.
      if (pattern === meeting && !/\s(?:\p{L}+\s)*[«"“]?\p{Lu}\p{L}{2}/u.test(said)) continue;
      const from = start + match.index + match[0].indexOf(said);
      return { value: nominative(placeCase(said)), at: { start: from, end: from + said.length } };
    }
  }
  return null;
}

/** Endings behind «в», by the first words of a house. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}[кгх])ом(?=\s)/giu, "ий"],
  [/(?<=\p{L}{2}[нвлртс])ом(?=\s)/giu, "ый"],
  [/(?<!\p{L})(сельск|городск|районн|центральн|детск|школьн|областн|национальн|модельн)ой(?=\s)/giu, "$1ая"],
  [/(?<!\p{L})(дом|клуб|театр|кинотеатр|центр|парк|бар|паб|ресторан|лофт|коворкинг)е(?=\s)/giu, "$1"],
  [/(?<!\p{L})дворце(?=\s)/giu, "дворец"],
  [/(?<!\p{L})музее(?=\s)/giu, "музей"],
  [/(?<!\p{L})галерее(?=\s)/giu, "галерея"],
  [/(?<!\p{L})(библиотек|школ|усадьб)е(?=\s)/giu, "$1а"],
  [/(?<!\p{L})студии(?=\s)/giu, "студия"],
  [/(?<!\p{L})мастерской(?=\s)/giu, "мастерская"],
  [/(?<!\p{L})((?:арт-)?пространств)е(?=\s)/giu, "$1о"],
];

/** «сельском доме культуры с. Усады» as it is called; what stands in quotes stays. */
function nominative(said: string): string {
  const [own = "", ...named] = said.split(/(?=[«"“№]|(?<!\p{L})(?:им\.|имени|с\.|д\.|п\.)\s?\p{L})/iu);
  const called = endings.reduce((left, [pattern, ending]) => left.replace(pattern, ending), own);
  const whole = `${called}${named.join("")}`;
  return /^(?:у|возле|около|перед|на|в|во|at|by|outside|in|near)\s/iu.test(whole)
    ? whole
    : whole.charAt(0).toUpperCase() + whole.slice(1);
}
