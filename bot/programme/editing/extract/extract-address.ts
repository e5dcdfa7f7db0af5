import { addressCase, plainCase } from "../../../text/plain-case.ts";
import { type Found, overlaps, type Span } from "../../../when/span.ts";
import { linesOf } from "./extracted.ts";
import { isHouse } from "./known-names.ts";

const number =
  "\\d{1,4}\\s?(?:[а-яёa-z](?!\\p{L}))?(?:\\/\\d{1,3}[а-яa-z]?)?(?![\\d:.]*\\d|\\s?(?:₽|руб|р\\.|лет|мин|чел|сум|\\+))";
const name = "(?:\\p{L}\\.\\s?){0,2}\\p{Lu}[\\p{L}-]{1,30}(?:\\s\\p{L}[\\p{L}-]{1,30}){0,2}";
/** A street and a number as three languages write them; "г. Казань, Щапова 37" has no word for its street. */
const forms: readonly string[] = [
  `(?:ул|пр|пр-т|просп|пер|пл|наб|бул|б-р|ш|проезд|улица|проспект|переулок|площадь|набережная|бульвар|шоссе|улице|проспекте|площади|тракт)\\.?\\s${name},?\\s(?:д\\.?\\s?|дом\\s)?${number}`,
  `(?:г\\.|гор\\.|город)\\s?\\p{Lu}[\\p{L}-]{2,30},\\s${name},?\\s(?:д\\.?\\s?|дом\\s)?${number}`,
  `${name}\\s(?:урамы|ур\\.|мәйданы|проспекты|улица|проспект|переулок|площадь),?\\s?(?:йорт\\s)?${number}`,
  `(?<![\\d.])\\d{1,4}[a-z]?\\s(?:\\p{Lu}[\\p{L}.-]{1,30}\\s){1,3}(?:Street|St|Str|Avenue|Ave|Road|Rd|Square|Sq|Lane|Embankment)(?!\\p{L})\\.?`,
  `(?:Ulitsa|Prospekt|Ploshchad)\\s${name},?\\s${number}`,
];
const street = new RegExp(`(?<!\\p{L})(?:${forms.join("|")})`, "u");
/** Where in a house: behind an address it belongs to the place. */
const room =
  /^(?:,\s?(?:(?:\d{1,2}(?:[\s-]?(?:й|ый|ий|нче))?\s?(?:этаж|кат|подъезд)|(?:этаж|каб|кабинет|ауд|аудитория|офис|зал|room|hall|floor)\.?\s?№?\s?\d{1,4}\p{L}?|\d{1,2}(?:st|nd|rd|th) floor)|\p{L}[\p{L}\s-]{0,25}зал))+/iu;
/** What leads to a place in a sentence. */
const leading = /^.{0,300}?(?:по адресу:?|адресы буенча|адрес:|at the address)\s+/isu;
const preposition = /^[^\p{L}\d«"“]*(?:(?:в|во|на|at|in)\s+(?=[\p{Lu}«"“]))?/u;

/** Where an address stands in a line of a text. */
export function findAddress(said: string): Span | null {
  const line = addressCase(said.slice(0, 1_000));
  const match = street.exec(line);
  if (match === null) return null;
  const end = match.index + match[0].length;
  return { start: match.index, end: end + (room.exec(line.slice(end, end + 80))?.[0].length ?? 0) };
}

/**
 * A place that nobody knows, by the address that stands behind its name: "Дом актёра, г. Казань, Щапова 37", or in a sentence
 * «… в Дворец культуры «Сайдаш» (ул. Ершова, 57а)». `facts`: dates and links, which are no part of its name.
 */
export function findAddressed(text: string, facts: readonly Span[]): Found<string> | null {
  for (const { value: line, at } of linesOf(text)) {
    const address = findAddress(line);
    if (address === null) continue;
    const [began, end] = [at.start + address.start, at.start + address.end];
    // «На площади Свободы 5 декабря»: the number is a day's.
    if (facts.some((fact) => overlaps(fact, { start: began, end }))) continue;
    const from = facts.reduce((last, fact) => (fact.end <= began && fact.end > last ? fact.end : last), at.start);
    const piece = text.slice(from, end);
    const led = piece.replace(leading, "").replace(preposition, "").trimStart();
    // A sentence about something else has no name in it: the address alone is the place.
    const isNamed = /^[\p{Lu}«"“\d]|^(?:ул|пр|пер|пл|г|д)\.|^(?:улица|проспект)/u.test(led) && led.length <= 120;
    const start = isNamed ? end - led.length : began;
    const value = placeCase(text.slice(start, end)).replace(/\s?\((?=[^)]*$)/u, ", ");
    const house = /^[^\p{L}\d]*$/u.test(text.slice(at.start, start)) ? houseAbove(text, at.start, facts) : null;
    return house === null
      ? { value, at: { start, end } }
      : { value: `${placeCase(house.value)}, ${value}`, at: { start: house.at.start, end } };
  }
  return null;
}

/** The house whose name stands alone on the line right above an address. */
function houseAbove(text: string, at: number, facts: readonly Span[]): Found<string> | null {
  const above = /(?<=^|\n)[^\p{L}«"“\n]*([^\n]{3,80})\r?\n$/u.exec(text.slice(Math.max(0, at - 100), at));
  const value = above?.[1]?.trim().replace(/[.,;]$/u, "") ?? "";
  if (!above || !isHouse(value)) return null;
  const start = at - above[0].length + above[0].indexOf(value);
  const span = { start, end: start + value.length };
  return facts.some((fact) => overlaps(fact, span)) ? null : { value, at: span };
}

/** A place in capitals as it is written otherwise: its name like a sentence, each word of its address with a capital. */
export function placeCase(text: string): string {
  const address = findAddress(text)?.start ?? text.length;
  return `${plainCase(text.slice(0, address))}${addressCase(text.slice(address))}`;
}
