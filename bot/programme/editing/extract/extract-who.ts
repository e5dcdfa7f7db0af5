import type { Found } from "../../../when/span.ts";
import { linesOf } from "./extracted.ts";
import { sentencesOf } from "./sentences.ts";

/** A poster is no longer. */
const readAtMost = 8_192;
/** Characters of what is said of who takes part. */
const longest = 200;
/** Words that lead to who plays, reads or speaks; with a colon or a dash whatever follows. */
const labels =
  "исполнител[ьи]|исполня(?:ет|ют)|участвуют|участники|участник|солист(?:ы|ка|ки)?|(?:главный )?дириж[её]р|режисс[её]р(?:-постановщик)?|в ролях|лектор|спикер(?:ы)?|ведущ(?:ий|ая|ие)|модератор|гост(?:ь|и|ья)(?: вечера| встречи| программы)?|автор|художник|куратор|преподаватель|педагог|тренер|мастер|экскурсовод|гид|башкаручылар|уйный|җырлый|башкара|катнашалар|катнаша|кунакта|солистлар|җырчы(?:лар)?|артистлар|шагыйрьләр|режиссеры?|дирижеры?|чыгыш ясый|кунак(?:лар)?|кунагыбыз|лекторы?|укытучы|рәссам|алып баручы|performers?|featuring|speakers?|lecturer|conductor|soloists?|starring|guide|teacher|moderator|host|artist|hosted by|led by|performed by|with";
/** Whoever may play or speak, by the beginning of the word that a name or nothing more stands behind. */
const players =
  "квартет|квинтет|трио|дуэт|оркестр|ансамбл|хор(?!ов)|капелл|групп|коллектив|биг-б[эе]нд|б[эе]нд|студи|театр|солист|музыкант|пианист|скрипач|виолончел|гитарист|саксофонист|органист|вокалист|певец|певица|артист|актёр|актер|актрис|писател|поэт|историк|учёный|искусствовед|литературовед|краевед|экскурсовод|критик|журналист|фотограф|художни|режисс|дириж|профессор|доцент|доктор|кандидат|врач|педагог|преподавател|воспитанник|студент|заслуженн|народн|лауреат|камерн|симфоническ|струнн|духов|сводн|детск|академическ|государственн|известн|молод|звёзд|звезд|шагыйр|язучы|җырчы|композитор|артистлар|төркем|ансамбле|оркестры|рәссам|галим";
const verbs =
  "игра(?:ет|ют)|выступа(?:ет|ют)|выступит|выступят|по[её]т|поют|чита(?:ет|ют)|прочита(?:ет|ют)|расскаж(?:ет|ут)|провед(?:[её]т|ут)|вед[её]т|ведут|исполн(?:ит|ят|яет|яют)|сыгра(?:ет|ют)|споёт|споют|дирижирует";
/** Of `labels`, what somebody is here whose name may stand right behind it. */
const roles =
  "солист|солистка|дирижёр|дирижер|режиссёр|режиссер|лектор|спикер|ведущий|ведущая|модератор|автор|художник|куратор|преподаватель|педагог|мастер|экскурсовод|гид|кунак|укытучы|рәссам|алып баручы|conductor|soloist|speaker|lecturer|guide|curator|teacher|moderator|host";
const capital = (words: string): string => words.replace(/(?<=^|\|)\p{L}/gu, (letter) => letter.toUpperCase());
/** «Дирижёр – Ильгиз Гильманов», «Спикер: к.м.н. Д. А. Сабиров» */
const labelled = new RegExp(`^[^\\p{L}]{0,6}(?:${labels})(?:\\s?:\\s?|\\s[—–-]\\s)(.{3,${longest}})`, "iu");
/** «Экскурсовод Руслан Бикбулатов», "Guide Timur Valeev, in English": a name right behind what somebody is here, and nothing more. */
const named = new RegExp(
  `^[^\\p{L}]{0,6}(?:${roles}|${capital(roles)})\\s((?:\\p{Lu}[\\p{L}.-]{0,25}\\s){1,2}\\p{Lu}[\\p{L}-]{1,25})(?:[.!]*$|,\\s)`,
  "u",
);
/** «Играет биг-бенд под управлением Тимура Сафина», «живой джаз – играет квартет» */
const behindVerb = new RegExp(
  `(?:^[^\\p{L}]{0,6}|[—–-]\\s)(?:${verbs}|${capital(verbs)})\\s((?:[«"“]?\\p{Lu}|(?:${players})).{3,${longest}})`,
  "u",
);
/** «Солист Иван Петров исполнит романсы»: a name behind what somebody is, and then the verb. */
const beforeVerb = new RegExp(
  `^[^\\p{L}]{0,6}((?:${players}|${capital(players)})\\p{L}{0,12}(?:\\s\\p{Ll}[\\p{L}-]{0,20}){0,3}(?:\\s\\p{Lu}[\\p{L}.-]{0,25}){1,3})\\s(?:${verbs})(?!\\p{L})`,
  "u",
);
/** «Кичәдә шагыйрь Рүзәл Гатин катнаша»: in Tatar the verb stands at the end. */
const tatar =
  /^[^\p{L}«]{0,6}(?:\p{L}{2,30}(?:да|дә|та|тә)\s)?([^:]{3,200}?)\s(?:катнаша|катнашачак|катнашалар|чыгыш ясый|чыгыш ясаячак|уйный|уйнаячак|җырлый|җырлаячак|алып бара|алып барачак|сөйли|сөйләячәк)(?:лар|ләр)?[.!\s]*$/iu;
/** «… performed by the Volga Baroque Ensemble, conducted by Dr. Maria Orlova», «a talk with photographer Timur Nazarov» */
const english = new RegExp(
  `(?<!\\p{L})(?:(?:performed|conducted|hosted|led|presented|given|read|taught|guided) by|featuring|(?:talk|evening|meeting|conversation|lecture|concert|tour|workshop|night|chat) with)\\s((?:\\p{Ll}+\\s){0,3}\\p{Lu}[\\p{L}.'’-]*\\s.{2,${longest}})`,
  "iu",
);
/** «Камерный оркестр «Весна», дирижёр Рустам Ильясов»: a band and who leads it are a line without a verb. */
const band =
  /^[^\p{L}]{0,6}((?:\p{L}+\s){0,3}(?:оркестр|ансамбл|хор|квартет|трио|дуэт|групп|биг-б[эе]нд|капелл)\p{L}{0,3}\s.{0,80}?[,;(]\s?(?:главный |художественный )?(?:дириж[её]р|солист|солистка|солисты|руководител[ьи]|под управлением|концертмейстер)\s.{3,80})/iu;

const patterns: readonly RegExp[] = [labelled, named, behindVerb, beforeVerb, tatar, english, band];

/** Who takes part, as a sentence says it: behind a word that leads to it, or beside a verb of playing, reading or speaking. */
export function guessWho(text: string): Found<string> | null {
  const sentences = linesOf(text.slice(0, readAtMost)).flatMap(({ value: line, at }) =>
    sentencesOf(line.slice(0, 1_000)).map((one) => ({ value: one.value, start: at.start + one.at.start })),
  );
  for (const pattern of patterns) {
    for (const { value: sentence, start } of sentences) {
      const match = pattern.exec(sentence);
      const said = match?.[1] ?? "";
      const value = said.replace(/\s*[.,;:!?—–-]{1,5}$/u, "").trim();
      if (!match || value.length < 3 || !isNamed(pattern, value)) continue;
      const from = start + match.index + match[0].indexOf(said);
      return { value, at: { start: from, end: from + value.length } };
    }
  }
  return null;
}

/** Before a Tatar verb stands what is played as well: a name, or whoever plays, is what counts. */
const isNamed = (pattern: RegExp, value: string): boolean =>
  pattern !== tatar || /[«"“]|\s\p{Lu}\p{L}/u.test(value) || new RegExp(`(?<!\\p{L})(?:${players})`, "iu").test(value);
