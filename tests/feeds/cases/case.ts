import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Present } from "../../../bot/when/parse/parse-moment.ts";

/** An event as it stands in the database afterwards; only the fields that are named are compared. */
export interface ExpectedEvent {
  title?: string;
  body?: string | null;
  dates?: string[];
  /** Some of the dates. */
  datesInclude?: string[];
  /** One for each date. */
  places?: (string | null)[];
  price?: string | null;
  age?: number;
  mode?: string;
  links?: string[];
  poster?: string | null;
}

/** One event of a list; only the fields that are named are compared. */
export interface ListedEvent {
  titleHas?: string;
  dates?: string[];
  place?: number | string;
  price?: string | null;
  age?: number;
}

/** What must come of an input; `index.json` is written in these words, README.md tells what each means. */
export interface Expectation {
  anyOf?: Expectation[];
  /** Events of one text, in order. */
  list?: ListedEvent[];
  events?: ExpectedEvent[];
  read?: number;
  created?: number;
  createdAtLeast?: number;
  eventsCount?: number;
  refusedCount?: number;
  warnings?: [id: string, code: string][];
  warningsAtLeast?: number;
  warningsSayNot?: string;
  titlesInclude?: string[];
  allDates?: string[];
  stopped?: string;
  /** That reading ends at all; a test of speed would fail on a busy machine. */
  endsWithinSeconds?: number;
  dates?: string[];
  unclear?: boolean;
  orDatesNot?: string;
  title?: string;
  /** The title may stand with other words. */
  titleLoose?: boolean;
  titleHas?: string;
  place?: number | string;
  price?: string | null;
  age?: number;
  window?: [from: string, to: string];
  windowFrom?: string;
  windowFromAny?: string[];
  textNot?: string;
  start?: string;
  nodeIcalStart?: string;
  controls?: boolean;
}

export interface Case {
  file: string;
  kind: string;
  expect: Expectation;
  /** A second import of the same source. */
  then?: string;
  present?: { startsAt: string; hasStartTime: boolean };
  /** What makes it right, where that is not plain. */
  why?: string;
  /** Why something else is expected than who found the case wanted. */
  beside?: string;
}

export const readers = [
  "ical",
  "sheet",
  "kudago",
  "poster",
  "list",
  "dates",
  "series",
  "moment",
  "search",
  "out",
] as const;
export type ReaderName = (typeof readers)[number];

export const readerOf = ({ file }: Case): ReaderName => {
  const found = readers.find((name) => file.startsWith(`${name}-`));
  if (found === undefined) throw new Error(`no reader for ${file}`);
  return found;
};

/** Where an input lies. */
export const pathOf = (file: string): string => {
  const [folder = ""] = file.split("-");
  return fileURLToPath(new URL(`${folder}/${file}`, import.meta.url));
};

/** The text that stands there, without the line's end that an editor puts there. */
export const textOf = async (file: string): Promise<string> =>
  (await readFile(pathOf(file), "utf8")).replace(/\n$/u, "");

export const presentOf = ({ present }: Case): Present | undefined =>
  present && { startsAt: new Date(present.startsAt), hasStartTime: present.hasStartTime };

export async function readCases(): Promise<Case[]> {
  return JSON.parse(await readFile(new URL("index.json", import.meta.url), "utf8"));
}

/** Sunday 29 November 2026, three o'clock in the afternoon in the city. */
export const reading = { now: new Date("2026-11-29T12:00:00Z"), zone: "Europe/Moscow" };
