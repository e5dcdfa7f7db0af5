import { saidDate } from "../search/said-dates.ts";
import { monthNames } from "./said-words.ts";
import type { Token } from "./tokens.ts";

/** A day as it was said; without a year where none was. */
export type SaidDay = { day: number; month: number; year: number | null } | { text: string } | { inDays: number };

/** Days that stand together: "1, 3 and 5 December", or the ends of "1–8 January". */
export interface SaidDays {
  days: SaidDay[];
  isRange: boolean;
  /** The last word has the Tatar case that means "from". */
  ablative: boolean;
  /** Where reading goes on. */
  next: number;
}

/** The days said at a place among tokens; null when it says none. */
export function readDays(tokens: readonly Token[], at: number): SaidDays | null {
  const first = readGroup(tokens, at);
  if (first === null || first.isRange || first.days.length > 1) return first;
  const joint = tokens[first.next]?.kind;
  if (joint === "dash" || joint === "until") {
    const last = readGroup(tokens, first.next + 1);
    if (last?.days.length === 1) return { ...last, days: [...first.days, ...last.days], isRange: true };
  }
  // "1 гыйнвардан 8 гыйнварга кадәр"
  const last = first.ablative ? readGroup(tokens, first.next) : null;
  if (last?.days.length === 1 && tokens[last.next]?.kind === "upTo") {
    return { ...last, days: [...first.days, ...last.days], isRange: true, next: last.next + 1 };
  }
  return first;
}

function readGroup(tokens: readonly Token[], at: number): SaidDays | null {
  const token = tokens[at];
  const one = (day: SaidDay, ablative = false): SaidDays => ({ days: [day], isRange: false, ablative, next: at + 1 });
  switch (token?.kind) {
    case "date":
      return one({ text: token.text }, token.ablative);
    case "today":
      return one({ inDays: 0 });
    case "tomorrow":
      return one({ inDays: 1 });
    case "number":
      return readDaysOfMonth(tokens, at);
    case "month":
      return readMonthOfDays(tokens, at, token.month);
    default:
      return null;
  }
}

/** "1", "1, 3 и 5", "1–8": numbers up to 31 and whether the last two are ends. */
function readNumbers(tokens: readonly Token[], at: number) {
  const numbers: number[] = [];
  let next = at;
  let isRange = false;
  for (;;) {
    const token = tokens[next];
    if (token?.kind !== "number" || token.value < 1 || token.value > 31) break;
    numbers.push(token.value);
    next += 1;
    const joint = tokens[next]?.kind;
    // "1, 3, и 5"
    const width = joint === "and" && tokens[next + 1]?.kind === "and" ? 2 : 1;
    const isJoined = joint === "and" || joint === "dash" || joint === "until";
    if (!isJoined || tokens[next + width]?.kind !== "number" || isCounted(tokens, next + width)) break;
    isRange = joint !== "and";
    next += width;
  }
  return { numbers, isRange: isRange && numbers.length === 2, next };
}

/** The number tells how many of something, not which day. */
const isCounted = (tokens: readonly Token[], at: number): boolean =>
  ["lessons", "weeks", "minutes", "hours", "morning", "evening"].includes(tokens[at + 1]?.kind ?? "");

function readDaysOfMonth(tokens: readonly Token[], at: number): SaidDays | null {
  // "в 19 до 26 декабря": the first is an hour.
  if (tokens[at - 1]?.kind === "at" && tokens[at + 1]?.kind === "until") return null;
  const { numbers, isRange, next } = readNumbers(tokens, at);
  const month = tokens[next];
  if (numbers.length === 0 || month?.kind !== "month") return null;
  const year = readYear(tokens, next + 1);
  return {
    days: numbers.map((day) => ({ day, month: month.month, year })),
    isRange,
    ablative: month.ablative,
    next: next + (year === null ? 1 : 2),
  };
}

function readMonthOfDays(tokens: readonly Token[], at: number, month: number): SaidDays | null {
  if (isCounted(tokens, at + 1)) return null;
  const { numbers, isRange, next } = readNumbers(tokens, at + 1);
  if (numbers.length === 0) return null;
  const year = readYear(tokens, next);
  const days = numbers.map((day) => ({ day, month, year }));
  return { days, isRange, ablative: false, next: next + (year === null ? 0 : 1) };
}

function readYear(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" && token.value >= 2000 && token.value < 2100 ? token.value : null;
}

/** The ISO date of a day, not before `after` unless its year was said; null for one that does not exist. */
export function resolveDay(
  said: SaidDay,
  { now, today, zone, after = "" }: { now: Date; today: string; zone: string; after?: string },
): string | null {
  if ("inDays" in said) return addDays(today, said.inDays);
  const hasYear = "text" in said ? /20\d\d|\.\d\d\.\d\d/u.test(said.text) : said.year !== null;
  const words =
    "text" in said
      ? [said.text]
      : [String(said.day), monthNames[said.month - 1] ?? "", ...(said.year === null ? [] : [String(said.year)])];
  const date = saidDate(words, now, zone);
  if (date === null || hasYear || date >= after) return date;
  return `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
}

/** An ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
