import type { Database } from "../database/database.ts";
import type { Language } from "../words/language.ts";
import type { QuietHours } from "./quiet-hours.ts";

/** The id of whoever is not known: of no person. */
export const nobody = 0;

export interface Person {
  /** Says nothing about any messenger; `nobody` while nothing is kept of them. */
  id: number;
  language: Language;
  firstName: string;
  /** Null: the city's zone. */
  timeZone: string | null;
  /** When messages that can wait do so; null: never. */
  quiet: QuietHours | null;
  /** Wants no announcements but those of their own classes. */
  mutesAnnouncements: boolean;
  /** Wants one thing a screen, at most three buttons, one a row. */
  simpleMode: boolean;
  /** Has a seat in a group, now or formerly: only then their lessons are looked up. */
  isLearner: boolean;
  /** True at the very first message. */
  isNew: boolean;
}

export async function setLanguage(database: Database, id: number, language: Language): Promise<void> {
  // Erased meanwhile: there is nobody to set it for.
  await database.person.updateMany({ where: { id: BigInt(id) }, data: { language } });
}

export async function setSimpleMode(database: Database, id: number, simpleMode: boolean): Promise<void> {
  await database.person.updateMany({ where: { id: BigInt(id) }, data: { simpleMode } });
}

/** The step of the update that erases its sender, whose outcome says in which language to take leave. */
export const erasing = "forget-me";
