import { hasCue, isMark, type Token, wordAt } from "../tokens.ts";

/** The year that figures at a place say: 1000 to 2099. */
export function yearAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" && token.value >= 1000 && token.value < 2100 ? token.value : null;
}

/** The year behind a month: "2026", ", 2026", "2026 года", "13-дек-26" */
export function readYear(tokens: readonly Token[], at: number): { year: number | null; behind: number } {
  const short = readShortYear(tokens, at);
  if (short !== null) return short;
  const start = isMark(tokens, at, "comma") ? at + 1 : at;
  const year = leadsToDay(tokens, start) ? null : yearAt(tokens, start);
  return year === null ? { year, behind: at } : { year, behind: skipYearWord(tokens, start + 1) };
}

/** «2026 елның 5 декабреннән 2027 елның 14 февраленә кадәр»: a year in the genitive is that of the day behind it. */
function leadsToDay(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at + 1];
  return word?.kind === "word" && word.word.unit === "year" && /н[ыэе]н$/u.test(word.folded);
}

/** Two figures behind a month that can be no hour, as spreadsheets write a year. */
function readShortYear(tokens: readonly Token[], at: number): { year: number; behind: number } | null {
  const [month, hyphen] = [tokens[at - 1], tokens[at]];
  const isTight = hyphen?.kind === "mark" && month?.end === hyphen?.start && hyphen?.end === tokens[at + 1]?.start;
  const place = isTight ? at + 1 : at;
  const token = tokens[place];
  if (token?.kind !== "number" || token.suffix !== null) return null;
  const year = isTight ? yearAt(tokens, place) : null;
  if (year === null && (token.value < 25 || token.value > 99)) return null;
  const next = tokens[place + 1];
  const isWhole =
    next === undefined || next.kind === "clock" || next.kind === "mark" || hasCue(tokens, place + 1, "at");
  const isYear = isWhole || wordAt(tokens, place + 1).unit === "year";
  return isYear ? { year: year ?? 2000 + token.value, behind: skipYearWord(tokens, place + 1) } : null;
}

/** Behind the word for a year, if it stands at a place. */
export const skipYearWord = (tokens: readonly Token[], at: number): number =>
  wordAt(tokens, at).unit === "year" ? at + 1 : at;
