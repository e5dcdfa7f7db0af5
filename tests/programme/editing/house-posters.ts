import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import type { Guess } from "../../../bot/programme/editing/extract/extracted.ts";
import { guessEvents } from "../../../bot/programme/editing/extract/list/extract-list.ts";
import { findUnusedLines } from "../../../bot/programme/editing/extract/unused-lines.ts";
import { reading } from "../../feeds/cases/case.ts";
import { writtenDate, writtenPrice } from "../../feeds/cases/written.ts";
import { city, houseKeyOf, placeKeys } from "./poster-figures.ts";

const fields = z.record(z.string(), z.json());
type Fields = z.infer<typeof fields>;
const poster = z.looseObject({
  name: z.string(),
  text: z.string(),
  keeps: z.string().optional(),
  isHeldOut: z.boolean().default(false),
  isNoEvent: z.boolean().default(false),
  list: z.array(fields).optional(),
});
type HousePoster = z.infer<typeof poster>;

export interface Compared {
  /** What came out wrong, by field. */
  wrong: string[];
  /** How many of the wrong fields nobody is told of: they have a value, or no line says that there is none. */
  silent: number;
  /** Fields that the poster says, or that the reader does. */
  count: number;
}

export interface Judged extends Compared {
  name: string;
  file: string;
  isHeldOut: boolean;
}

/** Reads posters of `house-posters/` and compares each field with what a person reads; README.md there says how. */
export function judgeHousePosters(files: readonly string[]): Judged[] {
  return files.flatMap((file) => {
    const url = new URL(`./house-posters/${file}.yaml`, import.meta.url);
    return z
      .array(poster)
      .parse(load(readFileSync(url, "utf8")))
      .map((one) => ({ name: one.name, file, isHeldOut: one.isHeldOut, ...judge(one) }));
  });
}

function judge({ name: _, text, keeps, isHeldOut: __, isNoEvent, list, ...expected }: HousePoster): Compared {
  const listed = guessEvents({ text }, city, reading);
  if (isNoEvent) return judgeNoEvent(text, listed.length);
  if (list !== undefined) {
    const count = Math.max(list.length, listed.length);
    const each = Array.from({ length: count }, (_none, index) => {
      const found = listed[index];
      if (found !== undefined) return compare(list[index] ?? {}, ownFieldsOf(found));
      // Nobody is told that an event was not seen.
      const { wrong, count: missed } = compare(list[index] ?? {}, {});
      return { wrong, silent: wrong.length, count: missed };
    });
    return sumUp(each);
  }
  const guess = guessEvent({ text }, city, reading);
  const compared = compare(fields.parse(expected), {
    ...ownFieldsOf(guess),
    mode: guess.attendanceMode,
    language: guess.language,
    heldIn: guess.heldIn,
    status: guess.status,
    unused: findUnusedLines(text, guess),
    ...(listed.length > 0 && { list: listed.length }),
  });
  if (keeps === undefined) return compared;
  const isKept = `${guess.summary}\n${guess.body}`.includes(keeps);
  return sumUp([compared, { wrong: isKept ? [] : [`lost: ${keeps}`], silent: isKept ? 0 : 1, count: 1 }]);
}

/** An event without a date is never published; a date read from such a post is wrong, and nobody is told. */
function judgeNoEvent(text: string, listed: number): Compared {
  const dates = guessEvent({ text }, city, reading).dates.map(({ value }) => writtenDate(value));
  const wrong = dates.length + listed > 0 ? [`dates of no event: ${JSON.stringify(dates)}, listed ${listed}`] : [];
  return { wrong, silent: wrong.length, count: 1 };
}

const sumUp = (each: readonly Compared[]): Compared => ({
  wrong: each.flatMap(({ wrong }) => wrong),
  silent: each.reduce((sum, one) => sum + one.silent, 0),
  count: each.reduce((sum, one) => sum + one.count, 0),
});

/** Fields that the person who pasted is told of where they are empty. */
const askedFor = new Set(["title", "dates", "place", "house", "section", "price", "age", "links"]);

/** The fields that an event of a list has too, in the words of the posters. */
function ownFieldsOf(guess: Guess): Record<string, unknown> {
  const place = guess.place?.value;
  return {
    title: guess.title?.value,
    dates: guess.dates.map(({ value }) => writtenDate(value)),
    place: place?.kind === "known" ? placeKeys[place.id] : place?.text,
    house: guess.institution && houseKeyOf(guess.institution.value),
    section: guess.section,
    price: guess.price && writtenPrice(guess.price.value),
    age: guess.ageMin?.value,
    links: guess.links.map(({ value }) => `${value.kind} ${value.url}`),
    who: guess.who?.value,
    audiences: guess.audiences,
    accessibility: guess.accessibility,
  };
}

function compare(expected: Fields, found: Readonly<Record<string, unknown>>): Compared {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  // Not said and not found is nothing to be counted.
  const counted = [...names].filter((name) => !isNone(expected[name]) || !isNone(found[name]));
  const wrong = counted.filter((name) => !alternativesOf(expected[name]).some((one) => isSame(one, found[name])));
  return {
    wrong: wrong.map((name) => `${name}: ${JSON.stringify(found[name])}`),
    silent: wrong.filter((name) => !isNone(found[name]) || !askedFor.has(name)).length,
    count: counted.length,
  };
}

const isNone = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean =>
  (isNone(one) && isNone(other)) || JSON.stringify(one)?.toLowerCase() === JSON.stringify(other)?.toLowerCase();

function alternativesOf(value: unknown): unknown[] {
  const several = z.object({ anyOf: z.array(z.json()) }).safeParse(value);
  return several.success ? several.data.anyOf : [value];
}
