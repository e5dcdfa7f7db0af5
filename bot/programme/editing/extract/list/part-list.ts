import type { ListLine } from "./list-line.ts";

/** What a list tells of one event: its lines, and the day that stands above them where they have none of their own. */
export interface Item {
  day: string;
  lines: ListLine[];
}

export interface PartedList {
  items: Item[];
  /** What stands above the first event and below the last one. */
  above: ListLine[];
  below: ListLine[];
}

/** What heads a list and is no event of it. */
const heading =
  /^[^\p{L}]*(?:афиша|репертуар|программа|анонс|расписание|план|игътибар|this week|this month|programme)/iu;

/**
 * Parts the lines of a text where each event of a list begins: at its day, at its hour below the day of several, or at its title
 * where the days stand below the titles. `isPlace`: whether a line names a place that is known.
 */
export function partList(lines: readonly ListLine[], isPlace: (text: string) => boolean): PartedList {
  const begins = isTitleFirst(lines) ? titlesAboveDays(lines) : [];
  const parted = begins.length > 1 ? partAt(lines, begins) : partByDays(lines);
  return withBelow(parted, isPlace);
}

/** A day without a title in its line: what it is the day of stands above it or below it. */
const isBareDay = ({ day, hasTitle, aside, isRange }: ListLine): boolean =>
  day !== "" && !hasTitle && aside === null && !isRange;
const isTitle = ({ day, hasTitle, isClockLed, text }: ListLine): boolean =>
  hasTitle && day === "" && !isClockLed && !heading.test(text);

/** The title in the same paragraph, up or down from a day, with nothing but facts between. */
function titleFrom(lines: readonly ListLine[], from: number, step: 1 | -1): ListLine | undefined {
  for (let at = from; ; at += step) {
    // An empty line stands before the line that is left going up, or the one that is come to going down.
    if (step === -1 && lines[at]?.isBehindGap) return undefined;
    const line = lines[at + step];
    if (line === undefined || (step === 1 && line.isBehindGap)) return undefined;
    if (isTitle(line)) return line;
    if (step === 1 && isBareDay(line)) return undefined;
  }
}

/** Whether each day stands below the title that it belongs to: it can be told where no title stands below the last one. */
function isTitleFirst(lines: readonly ListLine[]): boolean {
  const days = lines.flatMap((line, at) => (isBareDay(line) ? [at] : []));
  if (days.length < 2 || lines.some(({ day, hasTitle }) => day !== "" && hasTitle)) return false;
  const above = days.map((at) => titleFrom(lines, at, -1));
  if (above.some((title) => title === undefined) || new Set(above).size < 2) return false;
  const hasGaps = days.slice(1).every((at, index) => lines.slice((days[index] ?? 0) + 1, at + 1).some(isGap));
  const below = days.map((at) => titleFrom(lines, at, 1));
  if (hasGaps || below.at(-1) === undefined) return true;
  return above.every((title) => title?.isQuoted) && !below.every((title) => title?.isQuoted);
}

const isGap = ({ isBehindGap }: ListLine): boolean => isBehindGap;

/** Where the titles stand that a day follows: the first of the lines above it that are titles. */
function titlesAboveDays(lines: readonly ListLine[]): number[] {
  const begins: number[] = [];
  for (const [at, line] of lines.entries()) {
    if (!isBareDay(line)) continue;
    let from = at;
    while (from > 0 && !lines[from]?.isBehindGap && !isTitle(lines[from] ?? line)) from -= 1;
    // What stands above a name in quotes tells of the event before it.
    while (from > 0 && !lines[from]?.isBehindGap && !lines[from]?.isQuoted && isTitle(lines[from - 1] ?? line))
      from -= 1;
    if (!begins.includes(from)) begins.push(from);
  }
  return begins;
}

const partAt = (lines: readonly ListLine[], begins: readonly number[]): PartedList => ({
  above: lines.slice(0, begins[0]),
  items: begins.map((from, index) => ({ day: "", lines: lines.slice(from, begins[index + 1]) })),
  below: [],
});

function partByDays(lines: readonly ListLine[]): PartedList {
  const above: ListLine[] = [];
  const items: Item[] = [];
  let day = "";
  for (const line of lines) {
    const current = items.at(-1);
    const isUntitled = current !== undefined && !current.lines.some(({ hasTitle }) => hasTitle);
    if (line.day !== "" && line.aside === null && (line.hasTitle || !line.isRange)) {
      // Several days above one title are its days.
      if (isUntitled && !line.isBehindGap) current.lines.push(line);
      else items.push({ day: "", lines: [line] });
      day = line.day;
    } else if (current === undefined) above.push(line);
    else if (line.isClockLed && !isUntitled && hasHour(current)) items.push({ day, lines: [line] });
    else current.lines.push(line);
  }
  return { above, items, below: [] };
}

const hasHour = ({ lines }: Item): boolean => lines.some(({ hasClock }) => hasClock);

/**
 * Takes from the last event what is said of all: what stands behind an empty line, and what no other event says of itself. Where
 * empty lines part the events, a price beside the last one is its own.
 */
function withBelow({ above, items }: PartedList, isPlace: (text: string) => boolean): PartedList {
  const last = items.at(-1);
  if (last === undefined || items.length < 2) return { above, items, below: [] };
  const earlier = items.slice(0, -1).flatMap(({ lines }) => lines);
  const own = new Set(earlier.flatMap(({ aside }) => aside ?? []));
  if (last.lines[0]?.isBehindGap) own.add("price");
  const titled = last.lines.findIndex(({ hasTitle }) => hasTitle);
  const end = last.lines.findIndex((line, at) => {
    if (at <= titled || at === 0) return false;
    const aside = line.aside ?? (line.day === "" && !own.has("place") && isPlace(line.text) ? "place" : null);
    return line.isBehindGap || (aside !== null && !own.has(aside));
  });
  if (end === -1 || titled === -1) return { above, items, below: [] };
  const kept = { ...last, lines: last.lines.slice(0, end) };
  return { above, items: [...items.slice(0, -1), kept], below: last.lines.slice(end) };
}
