import { words } from "../support/words.ts";

/** The three translators of the real locale files. */
export const [ru, tt, en] = [words.for("ru"), words.for("tt"), words.for("en")];

export const kazan = "Europe/Moscow";

/** An instant by the wall clock of Kazan: at("2025-11-20 19:00"). */
export function at(wallClock: string): Date {
  return new Date(`${wallClock.replace(" ", "T")}:00+03:00`);
}

/** Intl's no-break spaces as plain ones, so that tables can be read. */
export function plainSpaces(text: string | null): string | null {
  return text === null ? null : text.replaceAll(/[\u00a0\u202f]/g, " ");
}
