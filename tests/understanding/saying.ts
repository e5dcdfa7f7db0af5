import { readFileSync } from "node:fs";
import type { Language } from "../../bot/words/language.ts";

/** What must be true of every event that is shown; a list means one of these. */
export interface FacetsAsked {
  section?: string | readonly string[];
  /** A place or an institution, by its name in `prisma/seed`. */
  at?: string | readonly string[];
  /** Pieces of titles. */
  of?: readonly string[];
  free?: boolean;
  /** Roubles; a stream at home costs nothing. */
  priceTo?: number;
  online?: boolean;
  onSite?: boolean;
  heldIn?: string;
  audience?: string | readonly string[];
  access?: string;
  /** The age rating is at most this. */
  ageTo?: number;
  recording?: boolean;
  /** Not over. */
  coming?: boolean;
  /** "today", "sat", "sat+" within two weeks, "12-25", "m12" … */
  day?: string;
  part?: "morning" | "afternoon" | "evening" | "night";
  /** Hours of the day. */
  after?: number;
  before?: number;
}

/** All of the parts that are there must hold. */
export interface Expectation {
  any?: readonly string[];
  first?: readonly string[];
  most?: readonly string[];
  all?: FacetsAsked;
  /** Expressions, or the names of some. */
  screen?: string | readonly string[];
  not?: string | readonly string[];
}

/** A sentence, in which language its reader reads, and what must then stand on the first screen. */
export interface Saying {
  q: string;
  /** Sentences said to the bot just before, which this one goes on from. */
  after?: readonly string[];
  lang: Language;
  /** "event/day", "help/human": what it is about. */
  kind: string;
  /** Expectations, of which one must hold. */
  expect: Expectation | readonly Expectation[];
}

interface SayingsFile {
  screens?: Record<string, string>;
  sayings: Saying[];
}

const read = (name: string): SayingsFile =>
  JSON.parse(readFileSync(new URL(`sayings/${name}.json`, import.meta.url), "utf8"));

/** The sentences of a file of `sayings/`. */
export const sayingsOf = (name: string): Saying[] => read(name).sayings;

/** Expressions by name, for all files. */
export const screens: Record<string, string> = read("said").screens ?? {};
