import { joinSpans, overlaps } from "../../../when/span.ts";
import { type Guess, linesOf } from "./extracted.ts";

/** The lines of a plain text (`withPlainFigures`) that became no fact and stand in no text of the event, each without what was used. */
export function findUnusedLines(text: string, guess: Guess): string[] {
  const { title, dates, place, institution, price, ageMin, who, links, summary, body } = guess;
  const used = [title, ...dates, place, institution, price, ageMin, who, ...links].flatMap((one) => one?.at ?? []);
  const prose = `${summary ?? ""}\n${body ?? ""}`;
  return linesOf(text).flatMap(({ value, at }) => {
    if (prose.includes(value.trim())) return [];
    const left = joinSpans(text, used)
      .filter((one) => overlaps(one, at))
      .reduce((line, { start, end }) => blank(line, start - at.start, end - at.start), value);
    return /[\p{L}\p{N}]/u.test(left) ? [left.trim().replace(/\s+/gu, " ")] : [];
  });
}

/** A line with spaces from one place to another. */
function blank(line: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from), Math.min(line.length, to)];
  return line.slice(0, start) + " ".repeat(Math.max(0, end - start)) + line.slice(end);
}
