import { hasCue, isJoint, isMark, type Token, wordAt } from "./tokens.ts";

/** Weekdays (ISO, 1 is Monday) at a place among tokens, and where reading goes on. */
export interface Weekdays {
  weekdays: number[];
  /** A form that itself says "each": "Mondays", «по понедельникам», "daily". */
  isRepeated: boolean;
  next: number;
}

const plural = /(?:[ая]м|[ая]ми|лар|лара|ларда|ларны|ларен|days)$/u;

/** Whether a word says by its form that it is said of each week. */
export const isRepeatedForm = (token: Token | undefined): boolean =>
  token?.kind === "word" && plural.test(token.folded);

/** Words of the longest run of weekdays: "Monday to Friday". */
const longestRun = 3;

/** How many weekdays that repeat end right before a place: «ежедневно», «по средам», «пн–пт»; null: none do. */
export function countRepeatedBefore(tokens: readonly Token[], at: number): number | null {
  const end = isMark(tokens, at - 1, "comma") ? at - 1 : at;
  for (let first = end - longestRun; first < end; first += 1) {
    const read = readWeekdays(tokens, first);
    if (read?.next === end && read.isRepeated) return read.weekdays.length;
  }
  return null;
}

/** The weekdays said at a place: "Mon", "Mon–Fri", "daily", "every day", "көн саен"; null when it says none. */
export function readWeekdays(tokens: readonly Token[], at: number): Weekdays | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const { weekday } = token.word;
  if (weekday !== undefined) {
    const last = isJoint(tokens, at + 1) ? wordAt(tokens, at + 2).weekday : undefined;
    const isRepeated = isRepeatedForm(token);
    return last === undefined
      ? { weekdays: [weekday], isRepeated, next: at + 1 }
      : { weekdays: weekdaysBetween(weekday, last), isRepeated: true, next: at + 3 };
  }
  const all = (first: number, last: number, next = at + 1): Weekdays => ({
    ...{ weekdays: weekdaysBetween(first, last), isRepeated: true, next },
  });
  if (hasCue(tokens, at, "daily")) return all(1, 7);
  if (hasCue(tokens, at, "workdays")) return all(1, 5, wordAt(tokens, at + 1).unit === "day" ? at + 2 : at + 1);
  if (hasCue(tokens, at, "weekend")) return all(6, 7, wordAt(tokens, at + 1).unit === "day" ? at + 2 : at + 1);
  if (!hasCue(tokens, at, "every"))
    return wordAt(tokens, at).unit === "day" && hasCue(tokens, at + 1, "every") ? all(1, 7, at + 2) : null;
  return wordAt(tokens, at + 1).unit === "day" ? all(1, 7, at + 2) : null;
}

/** Friday to Monday goes over the end of the week. */
function weekdaysBetween(first: number, last: number): number[] {
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}
