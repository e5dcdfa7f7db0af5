import { expect } from "vitest";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import type { TestCity } from "../../support/city.ts";
import { words } from "../../support/city.ts";

export const t = words.for("ru");

/** A dialogue just before its last step. */
export interface Scene {
  person: Person;
  last(): Promise<unknown>;
  /** What the person has to read in the end. */
  says: string;
  /** How much there is of what it makes, each thing for itself: rows, and what goes out to people. */
  count(): Promise<number[]>;
  /** By how much that grows. Nothing: it only looks something up. */
  makes: number[];
}

/** What the repetition would do if nothing were known of the first time. */
export type WithoutKey =
  /** All of it, a second time. */
  | "twice"
  /** Nothing, but say that it was so before, is too late, or somebody was faster. */
  | "denied"
  /** Repeats have to do nothing more, and to say what was said. */
  | "same";

export interface Row {
  prepare(city: TestCity): Promise<Scene>;
  withoutKey: WithoutKey;
}

export const nothing = async (): Promise<number[]> => [];

/** Lines of the audit log by that person: what staff does twice stands there twice. */
export const auditedBy = async ({ services: { database } }: TestCity, person: Person) =>
  database.auditEntry.count({ where: { personId: await idOf(database, person) } });

/** What goes out to people, of all kinds or of one. */
export const deliveries = ({ services: { database } }: TestCity, kind?: string) =>
  database.delivery.count({ where: kind === undefined ? {} : { kind } });

/** The text in bold at the head of a message, which says what came of it. */
export const headOf = (markup: unknown): string => /<b>(.*?)<\/b>/.exec(String(markup))?.[1] ?? String(markup);

export interface Played extends Scene {
  before: number[];
}

export async function plays(row: Row, city: TestCity): Promise<Played> {
  const scene = await row.prepare(city);
  return { ...scene, before: await scene.count() };
}

export async function isDoneOnceAndTold({ person, says, count, makes, before }: Played): Promise<void> {
  person.sees(says);
  const grown = (await count()).map((now, index) => now - (before[index] ?? 0));
  expect(grown).toEqual(makes);
}
