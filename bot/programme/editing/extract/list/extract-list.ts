import { fold } from "../../../../text/fold.ts";
import type { Reading } from "../../../../when/days.ts";
import { guessEvent, type Known } from "../extract-event.ts";
import { type Guess, type MarkedText, withPlainFigures } from "../extracted.ts";
import { findKnown } from "../known-names.ts";
import { findUnusedLines } from "../unused-lines.ts";
import { completeDays } from "./complete-days.ts";
import { type ListLine, listLinesOf } from "./list-line.ts";
import { type Item, partList } from "./part-list.ts";

/** Events of one list. */
const mostEvents = 40;
const readAtMost = 8_192;

/**
 * Reads a list of events, as weekly programmes are: a line with a day and a title is one, or a day with hours and titles below
 * it, or a title with its days below; dates of one title are one event, and what stands above and below them all is said of
 * each. Empty for a text about one event, which `guessEvent` reads.
 */
export function guessEvents(marked: MarkedText, known: Known, reading: Reading): Guess[] {
  const lines = listLinesOf(completeDays(withPlainFigures(marked, readAtMost).text, reading), reading);
  const { items: parts, above, below } = partList(lines, (text) => findKnown(text, known.places) !== null);
  const items = parts.filter(isTitled);
  const days = new Set(items.map(({ day, lines: [first] }) => day || first?.text));
  if (items.length < 2 || days.size < 2 || !isList(items)) return [];
  const all = guessEvent({ text: textOf([...above, ...below]) }, known, reading);
  const note = noteOf(textOf(below), known, reading);
  const byTitle = new Map<string, Guess>();
  for (const item of items.slice(0, mostEvents)) {
    const own = guessEvent({ text: textOfItem(item) }, known, reading);
    const key = fold(own.title?.value ?? "");
    // Without a day it is no event of the list, unless its day is in doubt.
    if (key === "" || (own.dates.length === 0 && own.doubts.length === 0)) continue;
    const before = byTitle.get(key);
    byTitle.set(key, before ? { ...before, dates: [...before.dates, ...own.dates] } : withShared(own, all, note));
  }
  const events = [...byTitle.values()];
  return events.length > 1 ? events : [];
}

const isTitled = ({ lines }: Item): boolean => lines.some(({ hasTitle }) => hasTitle);

const textOf = (lines: readonly ListLine[]): string =>
  lines.map(({ text, isBehindGap }) => (isBehindGap ? `\n${text}` : text)).join("\n");

/** The day that stands above several events goes before the hour of each. */
function textOfItem({ day, lines }: Item): string {
  const [first, ...others] = lines;
  if (first === undefined) return "";
  return textOf([{ ...first, text: day ? `${day} ${first.text}` : first.text, isBehindGap: false }, ...others]);
}

/** What is said below a list and is no fact, as a telephone for questions: it belongs to the text of each event. */
function noteOf(below: string, known: Known, reading: Reading): string | null {
  const read = guessEvent({ text: below }, known, reading);
  return findUnusedLines(below, { ...read, title: null, summary: null, body: null }).join("\n") || null;
}

/** What an item says itself goes before what is said of all. */
const withShared = (own: Guess, all: Guess, note: string | null): Guess => ({
  ...own,
  body: [own.body, note].filter(Boolean).join("\n\n") || null,
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
  items.length > 2 || items.every(({ lines }) => lines.find(({ hasTitle }) => hasTitle)?.isQuoted);
