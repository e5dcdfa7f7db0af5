import { blankOut, type Guess, linesOf } from "./extracted.ts";
import { saysOwn } from "./letters.ts";

/** The lines of a plain text (`withPlainFigures`) that became no fact and stand in no text of the event, each without what was used. */
export function findUnusedLines(text: string, guess: Omit<Guess, "unused">): string[] {
  const { title, dates, place, institution, price, ageMin, who, links, endless, hours, summary, body } = guess;
  const used = [
    ...[title, ...dates, place, institution, price, ageMin, who, endless, ...links].flatMap((one) => one?.at ?? []),
    ...hours,
  ];
  const prose = `${summary ?? ""}\n${body ?? ""}`;
  return linesOf(text).flatMap(({ value, at }) => {
    if (prose.includes(value.trim())) return [];
    const left = blankOut(value, used, at.start);
    // A word that only leads to what was used says nothing more.
    return saysOwn(left) ? [left.trim().replace(/\s+/gu, " ")] : [];
  });
}
