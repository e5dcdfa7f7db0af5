import { hasCue, isJoint, type Token, wordAt } from "./tokens.ts";

/** Weekdays (ISO, 1 is Monday) at a place among tokens, and where reading goes on. */
export interface Weekdays {
  weekdays: number[];
  /** A form that itself says "each": "Mondays", «по понедельникам», "daily". */
  isRepeated: boolean;
  next: number;
}

const plural = /(?:[ая]м|[ая]ми|лар|лара|ларда|ларны|ларен|days)$/u;

/** The weekdays said at a place: "Mon", "Mon–Fri", "daily", "every day", "көн саен"; null when it says none. */
export function readWeekdays(tokens: readonly Token[], at: number): Weekdays | null {
  const token = tokens[at];
  if (token?.kind !== "word") return null;
  const { weekday } = token.word;
  if (weekday !== undefined) {
    const last = isJoint(tokens, at + 1) ? wordAt(tokens, at + 2).weekday : undefined;
    const isRepeated = plural.test(token.folded);
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
