import type { Found, Span } from "../../../when/span.ts";
import { findAddress, findAddressed, placeCase } from "./extract-address.ts";
import { findHouse } from "./extract-house.ts";
import { type GuessedPlace, type KnownName, linesOf } from "./extracted.ts";
import { findByAddress, findKnown, isHouse } from "./known-names.ts";

const marker =
  /^[^\p{L}\d]*(?:(?:место(?:\s(?:проведения|встречи|сбора|прежнее|то же))?|адрес|где|площадка|урын(?:ы)?|кайда|адресы|venue|place|where|location|address)\s?[:?—–-]|📍|📌)\s*/iu;
/** What stands behind a place on its line: an hour, a ticket, a telephone. */
const behind =
  /[.,;|]?\s{1,4}(?=(?:начало|старт|вход|билет|время|сбор|двери|телефон|тел\.|цена|стоимость|регистрация|starts?|doors|tickets?|башлана|сәгать|керү)(?!\p{L})|[⏰🕖🕕🕗🎟💰☎📞🗓📅]|(?:в\s)?\d{1,2}[:.]\d\d(?!\d))/iu;

/**
 * The place that a text names: one of those known, by its name or its address; else what stands behind "Место:", or before an
 * address. `first`: ids that go before others; `facts`: dates and links, which are no part of a name.
 */
export function guessPlace(
  text: string,
  known: readonly KnownName[],
  first: readonly number[] = [],
  facts: readonly Span[] = [],
): Found<GuessedPlace> | null {
  for (const { value, at } of linesOf(text)) {
    const start = marker.exec(value)?.[0].length ?? (/^[📍📌]/u.test(value) ? 2 : 0);
    const [line = ""] = value.slice(start).split(behind, 1);
    const said = line.trim().replace(/(?<![.,;])[.,;]+$/u, "");
    if (start === 0 || said.length < 3) continue;
    const end = at.start + start + line.length;
    const inLine = findKnown(said, known, first) ?? findByAddress(said, known);
    if (inLine) return { value: { kind: "known", id: inLine.value }, at: { start: at.start, end } };
    return { value: { kind: "typed", text: placeCase(said.slice(0, 200)) }, at: { start: at.start, end } };
  }
  const anywhere = findKnown(text, known, first) ?? findByAddress(text, known);
  if (anywhere) return { value: { kind: "known", id: anywhere.value }, at: withAddress(text, anywhere.at) };
  const addressed = findAddressed(text, facts);
  if (addressed !== null) return { value: { kind: "typed", text: addressed.value.slice(0, 200) }, at: addressed.at };
  const house = houseLine(text);
  if (house !== null) return house;
  const inside = findHouse(text);
  return inside && { value: { kind: "typed", text: inside.value }, at: inside.at };
}

/** A house that nobody knows, alone on a line that is not the first: that one is the title. */
function houseLine(text: string): Found<GuessedPlace> | null {
  const [, ...lines] = linesOf(text);
  // «Центр города» is no name: behind the kind of house stands one, or a number.
  const found = lines.find(
    ({ value }) =>
      isHouse(value.replace(/^[^\p{L}«"“]+/u, "").trim()) && /\p{L}[\s-].*?(?:\p{Lu}|[«"“\d])/u.test(value),
  );
  if (found === undefined) return null;
  const said = found.value.replace(/^[^\p{L}«"“]+/u, "").replace(/[\s.,;]+$/u, "");
  return { value: { kind: "typed", text: placeCase(said) }, at: found.at };
}

/** An address behind the name of a place, on its line, tells of the same place. */
function withAddress(text: string, at: Span): Span {
  const rest = /^[^\n]{0,200}/u.exec(text.slice(at.end))?.[0] ?? "";
  const address = findAddress(rest);
  // Between them stand the ending of a name and signs, or a word like «театрында».
  const isBehind = address !== null && /^[\s»”")(,;|–—-]*(?:\p{L}+[\s,]*){0,2}$/u.test(rest.slice(0, address.start));
  return isBehind ? { start: at.start, end: at.end + address.end } : at;
}
