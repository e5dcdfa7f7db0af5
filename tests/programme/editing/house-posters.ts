import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { z } from "zod";
import { guessEvent } from "../../../bot/programme/editing/extract/extract-event.ts";
import { guessEvents } from "../../../bot/programme/editing/extract/extract-list.ts";
import type { Guess } from "../../../bot/programme/editing/extract/extracted.ts";
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
  list: z.array(fields).optional(),
});
type HousePoster = z.infer<typeof poster>;

export interface Judged {
  name: string;
  language: string;
  isHeldOut: boolean;
  /** What came out wrong, by field. */
  wrong: string[];
  /** Fields that the poster says, or that the reader does. */
  count: number;
}

/** Reads the posters of `house-posters/` and compares each field with what a person reads; README.md there says how. */
export function judgeHousePosters(): Judged[] {
  return ["ru", "tt", "en"].flatMap((language) => {
    const url = new URL(`./house-posters/${language}.yaml`, import.meta.url);
    return z
      .array(poster)
      .parse(load(readFileSync(url, "utf8")))
      .map((one) => ({ name: one.name, language, isHeldOut: one.isHeldOut, ...judge(one) }));
  });
}

function judge({ name: _, text, keeps, isHeldOut: __, list, ...expected }: HousePoster): {
  wrong: string[];
  count: number;
} {
  const listed = guessEvents({ text }, city, reading);
  if (list !== undefined) {
    const count = Math.max(list.length, listed.length);
    const each = Array.from({ length: count }, (_none, index) => {
      const found = listed[index];
      return compare(list[index] ?? {}, found === undefined ? {} : ownFieldsOf(found));
    });
    return { wrong: each.flatMap(({ wrong }) => wrong), count: each.reduce((sum, one) => sum + one.count, 0) };
  }
  const guess = guessEvent({ text }, city, reading);
  const { wrong, count } = compare(fields.parse(expected), {
    ...ownFieldsOf(guess),
    mode: guess.attendanceMode,
    language: guess.language,
    heldIn: guess.heldIn,
    status: guess.status,
    unused: findUnusedLines(text, guess),
    ...(listed.length > 0 && { list: listed.length }),
  });
  if (keeps === undefined) return { wrong, count };
  const isKept = `${guess.summary}\n${guess.body}`.includes(keeps);
  return { wrong: isKept ? wrong : [...wrong, `lost: ${keeps}`], count: count + 1 };
}

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

function compare(expected: Fields, found: Readonly<Record<string, unknown>>): { wrong: string[]; count: number } {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  // Not said and not found is nothing to be counted.
  const counted = [...names].filter((name) => !isNone(expected[name]) || !isNone(found[name]));
  const wrong = counted.filter((name) => !alternativesOf(expected[name]).some((one) => isSame(one, found[name])));
  return { wrong: wrong.map((name) => `${name}: ${JSON.stringify(found[name])}`), count: counted.length };
}

const isNone = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const isSame = (one: unknown, other: unknown): boolean =>
  (isNone(one) && isNone(other)) || JSON.stringify(one)?.toLowerCase() === JSON.stringify(other)?.toLowerCase();

function alternativesOf(value: unknown): unknown[] {
  const several = z.object({ anyOf: z.array(z.json()) }).safeParse(value);
  return several.success ? several.data.anyOf : [value];
}
