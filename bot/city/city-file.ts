import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { load, YAMLException } from "js-yaml";
import { IANAZone } from "luxon";
import { z } from "zod";
import { type Area, areas } from "../classes/areas.ts";
import type { QuietHours } from "../people/quiet-hours.ts";
import { type Section, sections } from "../programme/event.ts";
import { type Language, languages, type Texts } from "../words/language.ts";
import type { CityTexts } from "../words/messages/city-texts.ts";

/** What a city's file says: https in links, minutes after midnight in quiet hours. */
export interface CityFile {
  /** IANA name. */
  zone: string;
  /** Offered to residents; the first is for those whose messenger speaks none of them. */
  languages: readonly [Language, ...Language[]];
  texts: Texts<CityTexts>;
  /** Phrases for the city that say nothing in a search, in the form of lexicons. */
  said: string;
  sections: readonly Section[];
  areas: readonly Area[];
  quiet: QuietHours;
  links: readonly CityLink[];
}

/** A web page of the city's, and what its button says. */
export interface CityLink {
  url: string;
  label: Texts<string>;
}

/** The city's file cannot be used; the message names every reason. */
export class CityFileError extends Error {
  override name = "CityFileError";
}

/** The file of the demo city. */
export const demoCityFile = fileURLToPath(new URL("../../cities/kazan.yaml", import.meta.url));

export const demoCity = (): CityFile => readCityFile(demoCityFile);

// A brace would begin a parameter of a message, a tag its markup.
const plain = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^{}<>&]*$/, "must not have any of {}<>&");

const distinct = <T extends string>(known: readonly [T, ...T[]]) =>
  z
    .tuple([z.enum(known)], z.enum(known))
    .refine((all) => new Set<string>(all).size === all.length, "must name each one once");

const wallClock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "22:00"')
  .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

const texts = z.strictObject({ name: plain, place: plain, clock: plain, issuer: plain });
const inLanguages = <T extends z.ZodType>(each: T) => z.partialRecord(z.enum(languages), each);

const schema = z
  .strictObject({
    zone: z.string().refine((zone) => /^[a-z]/i.test(zone) && IANAZone.isValidZone(zone), "must be a time zone"),
    languages: distinct(languages),
    texts: inLanguages(texts),
    said: z.string().max(2_000),
    sections: distinct(sections),
    areas: distinct(areas),
    quiet: z.strictObject({ from: wallClock, until: wallClock }),
    links: z.array(z.strictObject({ url: z.url({ protocol: /^https$/ }), label: inLanguages(plain) })).max(4),
  })
  .superRefine((city, context) => {
    const demand = (there: object, path: (string | number)[]) => {
      for (const language of city.languages)
        if (!(language in there))
          context.addIssue({ code: "custom", path: [...path, language], message: "is missing" });
    };
    demand(city.texts, ["texts"]);
    for (const [place, { label }] of city.links.entries()) demand(label, ["links", place, "label"]);
  });

/** Reads and checks the file of a city. Throws a CityFileError that names every mistake. */
export function readCityFile(path: string): CityFile {
  let source: string;
  try {
    source = readFileSync(path, "utf8");
  } catch {
    throw new CityFileError(`${path} cannot be read.`);
  }
  const { data, error } = schema.safeParse(parseYaml(path, source));
  if (data) return data;
  const reasons = error.issues.map(({ path: keys, message }) => `${path}: ${keys.join(".") || "it"} ${message}.`);
  throw new CityFileError(reasons.join("\n"));
}

function parseYaml(path: string, source: string): unknown {
  try {
    return load(source);
  } catch (error) {
    if (error instanceof YAMLException) throw new CityFileError(`${path}: ${error.message}`);
    throw error;
  }
}
