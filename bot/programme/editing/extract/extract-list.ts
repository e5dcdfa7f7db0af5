import { fold } from "../../../text/fold.ts";
import type { Reading } from "../../../when/days.ts";
import { findDates } from "../../../when/parse/find-dates.ts";
import { guessEvent, type Known } from "./extract-event.ts";
import { type Guess, linesOf, type MarkedText, withPlainFigures } from "./extracted.ts";
import { lettersOf } from "./letters.ts";

/** Events of one list. */
const mostEvents = 40;
const readAtMost = 8_192;
const clock = /(?<!\d)\d{1,2}[:.]\d\d(?!\d|\.\d)/u;
const quoted = /[«"“„][^»”"“\n]{2,120}[»”"“]/u;

interface Item {
  day: string;
  lines: string[];
}

/**
 * Reads a list of events, as weekly programmes are: a line with a day and a title is one, or a day with lines of hours and
 * titles below it; dates of one title are one event, and what stands above and below them all is said of each. Empty for a text
 * about one event, which `guessEvent` reads.
 */
export function guessEvents(marked: MarkedText, known: Known, reading: Reading): Guess[] {
  const { items, shared } = itemsOf(withPlainFigures(marked, readAtMost).text, reading);
  const byTitle = new Map<string, Guess>();
  const all = items.length > 1 ? guessEvent({ text: shared }, known, reading) : null;
  for (const { day, lines } of all === null ? [] : items.slice(0, mostEvents)) {
    const [head = ""] = lines;
    const own = guessEvent({ text: [day ? `${day} ${head}` : head, ...lines.slice(1)].join("\n") }, known, reading);
    const key = fold(own.title?.value ?? "");
    if (key === "" || own.dates.length === 0 || all === null) continue;
    const before = byTitle.get(key);
    byTitle.set(key, before ? { ...before, dates: [...before.dates, ...own.dates] } : withShared(own, all));
  }
  const events = [...byTitle.values()];
  const days = new Set(items.map(({ day, lines }) => day || lines[0]));
  return events.length > 1 && items.length > 1 && days.size > 1 && isList(items) ? events : [];
}

/** What an item says itself goes before what is said of all. */
const withShared = (own: Guess, all: Guess): Guess => ({
  ...own,
  place: own.place ?? all.place,
  institution: own.institution ?? all.institution,
  price: own.price ?? all.price,
  ageMin: own.ageMin ?? all.ageMin,
  section: own.section ?? all.section,
  links: own.links.length > 0 ? own.links : all.links,
  attendanceMode: own.attendanceMode ?? all.attendanceMode,
});

/** Two dates may be two shows of one thing; three with a title each, or two with quotes, are a list. */
const isList = (items: readonly Item[]): boolean =>
  items.length > 2 || items.every(({ lines: [head = ""] }) => quoted.test(head));

function itemsOf(text: string, reading: Reading): { items: Item[]; shared: string } {
  const items: Item[] = [];
  const shared: string[] = [];
  let day = "";
  let isOver = false;
  let before = 0;
  for (const { value: line, at } of linesOf(text)) {
    const dates = findDates(line, reading);
    const isBehindGap = (text.slice(before, at.start).match(/\n/gu) ?? []).length > 1;
    before = at.end;
    const rest = dates.reduce((left, found) => left.replace(line.slice(found.at.start, found.at.end), " "), line);
    const hasTitle = quoted.test(rest) || lettersOf(rest.replace(clock, " ")).length > 5;
    const isAside =
      /^[^\p{L}]*(?:билет|вход|цена|стоимость|тел|адрес|место|касса|начало|tickets?|admission|venue)/iu.test(line);
    if (dates.length > 0 && hasTitle && !isAside) {
      items.push({ day: "", lines: [line] });
      [day, isOver] = ["", false];
    } else if (dates.length > 0 && !hasTitle) [day, isOver] = [line, false];
    else if (day !== "" && clock.test(line) && hasTitle && !isAside) items.push({ day, lines: [line] });
    else if (items.length === 0 || isOver || isAside || isBehindGap) {
      isOver = items.length > 0 && (isBehindGap || isAside);
      shared.push(line);
    } else items.at(-1)?.lines.push(line);
  }
  return { items, shared: shared.join("\n") };
}
