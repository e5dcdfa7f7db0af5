import type { Expectation, ExpectedEvent, ListedEvent } from "./case.ts";

/** An event as it came out. */
export interface FoundEvent {
  title: string;
  body: string | null;
  dates: string[];
  places: (string | null)[];
  price: string | null;
  age: number | null;
  mode: string;
  links: string[];
  poster: string | null;
}

/** What came of an input; what its reader does not tell is left out. */
export interface Found {
  events?: FoundEvent[];
  read?: number;
  created?: number;
  refused?: string[];
  /** Remarks, those about a guessed section too. */
  warnings?: [id: string, code: string, said: string][];
  stopped?: string | null;
  hasEnded?: boolean;
  dates?: string[];
  unclear?: boolean;
  title?: string | null;
  place?: number | string | null;
  price?: string | null;
  age?: number | null;
  list?: {
    title: string | null;
    dates: string[];
    place: number | string | null;
    price: string | null;
    age: number | null;
  }[];
  windows?: [from: string, to: string][];
  /** Words left over. */
  text?: string;
  start?: string;
  nodeIcalStart?: string;
  controls?: boolean;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What differs from what must come, in words; empty where all holds. */
export function differences(expect: Expectation, found: Found): string[] {
  return Object.keys(expect).flatMap((name) => {
    const said = differenceOf(name as keyof Expectation, expect, found);
    return said === null ? [] : [`${name}: ${said}`];
  });
}

function differenceOf(name: keyof Expectation, expect: Expectation, found: Found): string | null {
  const got = (isRight: boolean, value: unknown): string | null =>
    isRight ? null : `wanted ${JSON.stringify(expect[name])}, got ${JSON.stringify(value)}`;
  const { events = [], warnings = [], windows = [], text = "", title = null } = found;
  const doubts = warnings.filter(([, code]) => code !== "guessed_section");
  switch (name) {
    case "anyOf": {
      const tried = (expect.anyOf ?? []).map((one) => differences(one, found));
      return tried.some((one) => one.length === 0) ? null : `none of ${tried.map((one) => one.join(", ")).join(" | ")}`;
    }
    case "events":
      return eventsDiffer(expect.events ?? [], events, found);
    case "list":
      return listDiffers(expect.list ?? [], found.list ?? []);
    case "created":
    case "read":
      return got(found[name] === expect[name], [found[name], found.refused, found.stopped]);
    case "createdAtLeast":
      return got((found.created ?? 0) >= (expect.createdAtLeast ?? 0), [found.created, found.stopped]);
    case "eventsCount":
      return got(events.length === expect.eventsCount, events);
    case "refusedCount":
      return got(found.refused?.length === expect.refusedCount, found.refused);
    case "warnings":
      return got(
        (expect.warnings ?? []).every(([id, code]) => warnings.some((one) => one[0] === id && one[1] === code)),
        warnings,
      );
    case "warningsAtLeast":
      return got(doubts.length >= (expect.warningsAtLeast ?? 0), doubts);
    case "warningsSayNot":
      return got(!doubts.some(([, , said]) => said.includes(expect.warningsSayNot ?? "")), doubts);
    case "titlesInclude":
      return got(
        (expect.titlesInclude ?? []).every((wanted) => events.some((event) => event.title === wanted)),
        [events.map((event) => event.title), found.stopped],
      );
    case "allDates": {
      const all = [...new Set(events.flatMap(({ dates }) => dates))].sort();
      return got(same(all, expect.allDates), all);
    }
    case "stopped":
      return got((found.stopped ?? null) !== null, found.stopped);
    case "endsWithinSeconds":
      return got(found.hasEnded === true, found.hasEnded);
    case "dates":
      return got(found.unclear !== true && same(found.dates, expect.dates), [found.dates, found.unclear && "unclear"]);
    case "unclear":
      return got(found.unclear === expect.unclear, found.dates);
    case "orDatesNot":
      return got(!(found.dates ?? []).some((date) => date.includes(expect.orDatesNot ?? "")), found.dates);
    case "title":
      return got(expect.titleLoose ? (title ?? "").includes(expect.title ?? "") : title === expect.title, title);
    case "titleHas":
      return got((title ?? "").toLowerCase().includes((expect.titleHas ?? "").toLowerCase()), title);
    case "window":
      return got(same(windows, [expect.window]), windows);
    case "windowFrom":
      return got(windows[0]?.[0] === expect.windowFrom, windows);
    case "windowFromAny":
      return got((expect.windowFromAny ?? []).includes(windows[0]?.[0] ?? ""), windows);
    case "textNot":
      return got(!text.toLowerCase().includes((expect.textNot ?? "").toLowerCase()), text);
    case "titleLoose":
      return null;
    case "place":
    case "price":
    case "age":
    case "start":
    case "nodeIcalStart":
    case "controls":
      return got(found[name] === expect[name], found[name]);
  }
}

function listDiffers(expected: readonly ListedEvent[], found: NonNullable<Found["list"]>): string | null {
  if (expected.length !== found.length) return `wanted ${expected.length}, got ${JSON.stringify(found)}`;
  const said = expected.flatMap((one, index) => differences(one, found[index] ?? {}));
  return said.length === 0 ? null : said.join("; ");
}

function eventsDiffer(expected: readonly ExpectedEvent[], events: readonly FoundEvent[], found: Found): string | null {
  if (expected.length !== events.length) {
    const { refused = [], stopped = null } = found;
    return `wanted ${expected.length}, got ${JSON.stringify({ events: events.map((one) => one.title), refused, stopped })}`;
  }
  const said = expected.flatMap((wanted, index) => {
    const { datesInclude, ...fields } = wanted;
    const event = events[index];
    const missing = (datesInclude ?? []).filter((date) => !event?.dates.includes(date));
    const wrong = Object.entries(fields).filter(([name, value]) => !same(event?.[name as keyof FoundEvent], value));
    return [
      ...wrong.map(
        ([name, value]) =>
          `${name} wanted ${JSON.stringify(value)}, got ${JSON.stringify(event?.[name as keyof FoundEvent])}`,
      ),
      ...missing.map((date) => `no ${date} in ${JSON.stringify(event?.dates)}`),
    ];
  });
  return said.length === 0 ? null : said.join("; ");
}
