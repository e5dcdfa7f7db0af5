import { fold } from "./fold.ts";

/** Words of one to three letters that are words and no abbreviations. */
const shortWords = new Set(
  "а в во и из за за к ко о об обо от до на не но по под при про с со у для как что это или все всё мы вы он где мир дом сад лес дед год два три сто бал бис чай сон час ель дар шаг круг күл көз җыр көй кич бер һәм яз ел таң the a an of and in on at to by for with from is or as".split(
    " ",
  ),
);
/** Abbreviations with a vowel, which stay as they are; those without one need no list. */
const abbreviations =
  /^(?:мбук|мау|маук|гбук|гбу|гаук|мбу|мку|мкук|фгбук|кфу|кгу|тюз|сша|юнеско|вуз|аст|vip|uk|usa|tv|dj|ussr|ii|iii|iv|vi|vii|viii|ix|xi)$/u;
/** Names that stand in titles of all houses, as beginnings of folded words: countries, cities, rivers, poets and composers. */
const names =
  /^(?:росси(?:я|и|ю|ей)$|казан(?:ь|и|ью)?$|татарстан|москв[аеуы]|петербург|волг[аеиуо]й?$|болгар|идел(?:е|дә|нең)?$|тука(?:й|я|ю|ем|йга|йның|инын)|джалил|жалил|сайдаш|сайдяш|пушкин[аеу]?$|лермонтов|чехов[аеуы]?$|гогол[ьяею]|толст(?:ой|ого)$|достоевск|есенин|ахматов|цветаев|чайковск|рахманинов|глинк[аиу]$|мусоргск|шостакович|прокофьев|моцарт|бах[аеу]?$|вивальди|шопен|бетховен|верди|шуберт|брамс|дебюсси|пьяццолл|шекспир|островск(?:ий|ого)|горьк(?:ий|ого)$|шаляпин|яхин[аеу]?$|жиганов|камал(?:а|е|у)?$|тинчурин|морозко|снегуроч|щелкунчик|золушк|колобок|буратино|фигаро|гамлет|отелло|чиполлино|айболит|карлсон|мюнхгаузен|рождеств(?:о|а|е|у)$|масленниц|масленица|сабанту|навруз|нәүрүз|ноуруз|tatar|kazan|volga|tukay|bolgar)/u;
/** Names of two words, and those of which the first alone has a capital. */
const pairs =
  /(?<!\p{L})(?:дед(?:а|у|ом|е)? мороз|кыш баба|нов(?:ый|ого|ому|ым|ом)(?= год)|велик(?:ая|ой)(?= отечествен))/giu;
/** What a name follows: «ДК Химиков», «имени Тукая». */
const leadsToName = /(?<!\p{L})(?:дк|кц|кдц|сдк|им\.|имени)\s$/iu;
/** Latin words that have no capital inside of a title. */
const smallLatin = /^(?:a|an|the|of|and|in|on|at|to|by|for|with|from|or|as|is|vs)$/u;
const word = /\p{L}[\p{L}\p{M}'’-]*/gu;

const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();

/** Whether a text is shouted: of its letters beside abbreviations nine in ten are capitals. */
function isInCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  const small = letters.replace(/\P{Ll}/gu, "").length;
  return letters.length >= 6 && small * 10 <= letters.length;
}

/**
 * A text that is shouted, as it is written otherwise: «БОЛЬШОЙ КОНЦЕРТ» is «Большой концерт», "THE SNOW QUEEN" "The Snow Queen".
 * Names keep their capitals: what stands first in quotes, behind an initial, and the folded words of which `isName` knows. A
 * text in small letters stays as it is; its length never changes.
 */
export function plainCase(text: string, isName: (folded: string) => boolean = () => false): string {
  if (!isInCapitals(text)) return text;
  let isFirst = true;
  const plain = text.replace(word, (said, at: number) => {
    const before = text.slice(Math.max(0, at - 4), at);
    const begins = isFirst || /[«"“„]$|[.!?…]\s+$/u.test(before);
    const isBehindInitial =
      /(?<!\p{L})\p{L}\.\s?$/u.test(before) || leadsToName.test(text.slice(Math.max(0, at - 8), at));
    isFirst = false;
    return inCase(said, text[at + said.length] ?? "", begins && !isStreet.test(said), isBehindInitial, isName);
  });
  const paired = plain.replace(pairs, (both) => both.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase()));
  return paired.length === text.length ? paired : text;
}

/** A text whose first sign, where it is a letter, is a capital. */
export const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const isStreet = /^(?:ул|пр|пл|пер|г|д|им)$/iu;

function inCase(
  said: string,
  behind: string,
  begins: boolean,
  isBehindInitial: boolean,
  isName: (folded: string) => boolean,
): string {
  if (!isUpper(said)) return said;
  const folded = fold(said);
  // An initial, or an abbreviation: «В. И.», «РТ», "DJ".
  if (said.length === 1 && behind === "." && !isStreet.test(said)) return said;
  const lower = said.toLowerCase();
  const isShort = said.length <= 4 && !/[аеёиоуыэюяәөүaeiouy]/u.test(lower);
  if ((isShort && !shortWords.has(lower)) || abbreviations.test(lower)) return isStreet.test(said) ? lower : said;
  const isLatin = /^[a-z]/u.test(lower) && !smallLatin.test(lower);
  const hasCapital = begins || isBehindInitial || isLatin || names.test(folded) || isName(folded);
  return hasCapital ? withCapital(lower) : lower;
}

/** A line in capitals with each word in small letters but the first, as addresses are written: «ул. Копылова, 2а»; as long as before. */
export function addressCase(text: string): string {
  if (!isInCapitals(text)) return text;
  const plain = text.replace(word, (said) => {
    const lower = said.toLowerCase();
    if (said.length <= 3 && !/[аеёиоуыэюяәөүaeiouy]/u.test(lower) && !/^(?:ул|пр|пл|пер|г|д)$/u.test(lower))
      return said;
    return streetWords.test(lower) || said.length === 1 ? lower : withCapital(lower);
  });
  return plain.length === text.length ? plain : text;
}

const streetWords =
  /^(?:ул|пр|пр-т|просп|пер|пл|наб|бул|б-р|ш|проезд|улица|проспект|переулок|площадь|набережная|бульвар|шоссе|улице|проспекте|площади|тракт|г|гор|город|д|дом|йорт|урамы|ур|мәйданы|проспекты|этаж|кат|каб|кабинет|ауд|аудитория|офис|зал|корп|по|адресу|адресы|в|на)$/u;
