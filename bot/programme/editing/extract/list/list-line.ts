import type { Reading } from "../../../../when/days.ts";
import { findDaysAndHours } from "../../../../when/parse/find-days.ts";
import { tokenise } from "../../../../when/tokens.ts";
import { findAddress } from "../extract-address.ts";
import { blankOut, linesOf } from "../extracted.ts";
import { lettersOf, ownLettersOf, phone } from "../letters.ts";

/** What a line of a list tells besides days, hours and titles. */
export type Aside = "price" | "place" | "contact";

/** A line of a text that may be a list of events. */
export interface ListLine {
  text: string;
  /** An empty line stands before it. */
  isBehindGap: boolean;
  /** The days in it, without hours; empty where it has none. */
  day: string;
  isRange: boolean;
  hasClock: boolean;
  /** Nothing stands before its hour. */
  isClockLed: boolean;
  /** It names something besides days, hours and asides. */
  hasTitle: boolean;
  isQuoted: boolean;
  aside: Aside | null;
}

const quoted = /[«"“„][^»”"“\n]{2,120}[»”"“]/u;
const asides: readonly (readonly [Aside, RegExp])[] = [
  [
    "price",
    /^[^\p{L}]*(?:билет|вход(?!и)|цен[аы]|стоимость|участие|взнос|бесплатно|касс|возврат|продажа|руб|р\.|tickets?|admission|entry|free|price|rub|керү|бәя|бушлай|түләүсез|сум)/iu,
  ],
  [
    "place",
    /^[^\p{L}]*(?:адрес|место|где(?!\p{L})|площадка|урын|кайда|venue|where|address|location)|^\s*📍|^[^\p{L}]*(?:ул|пр|пл)\.\s/iu,
  ],
  [
    "contact",
    /^[^\p{L}]*(?:тел(?!\p{L})|телефон|справк|запись|записаться|регистрац|подробн|сайт|брон|вопрос|белешмә|язылу|теркәлү|info|contact|phone|question|book(?:ing)?(?! club)|register|call(?!\p{L}))/iu,
  ],
];
const address = /(?<![\p{L}\d@])(?:https?:\/\/|www\.)?[\p{L}\d-]{2,60}\.(?:\p{L}{2,10})\/?\S*$/u;
const hashtags = /(?<!\S)#[\p{L}\p{N}_]+/gu;

/** The lines of a text and what each tells, for parting it into the events of a list. */
export function listLinesOf(text: string, reading: Reading): ListLine[] {
  let before = 0;
  return linesOf(text).map(({ value, at }) => {
    const isBehindGap = (text.slice(before, at.start).match(/\n/gu) ?? []).length > 1;
    before = at.end;
    return { isBehindGap, ...listLineOf(value, reading) };
  });
}

function listLineOf(text: string, reading: Reading): Omit<ListLine, "isBehindGap"> {
  // The sign that begins the line tells that "19.00" behind it is an hour.
  const led = `\n${text.replace(/^[^\p{L}\p{N}]+/u, (signs) => " ".repeat(signs.length))}`;
  const { days, hours } = findDaysAndHours(tokenise(led), reading);
  const plain = ` ${text}`;
  const rest = blankOut(
    plain,
    [...days, ...hours].map(({ at }) => at),
  ).replace(hashtags, " ");
  const aside = asides.find(([, words]) => words.test(rest))?.[0] ?? asideOf(rest);
  const isQuoted = quoted.test(rest);
  const [clock] = hours;
  // Beside its day a name may be short: «Ёлка в парке».
  const fewest = days.length > 0 && clock !== undefined ? 3 : 5;
  return {
    text,
    day: days.map(({ at }) => plain.slice(at.start, at.end)).join(" "),
    isRange: days.some(({ value }) => value.isRange),
    hasClock: clock !== undefined,
    isClockLed: clock !== undefined && lettersOf(plain.slice(0, clock.at.start)) === "",
    hasTitle: (isQuoted || ownLettersOf(rest).length >= fewest) && aside === null,
    isQuoted,
    aside,
  };
}

/** An address, a telephone or a link without a word before it: beside a name in quotes it is none. */
function asideOf(rest: string): Aside | null {
  if (findAddress(rest) !== null) return "place";
  if (phone.test(rest)) return "contact";
  return address.test(rest.trim()) && ownLettersOf(rest.replace(address, "")).length < 6 ? "contact" : null;
}
