import { readDays, type SaidDays } from "./said-days.ts";
import { readHours } from "./said-hours.ts";
import type { Hours } from "./series.ts";
import type { Token } from "./tokens.ts";

type Role = "from" | "until" | "except" | null;

/** All that a text says of when something repeats, not yet checked. */
export interface Said {
  /** Weekdays in the order in which they were said, each with its hours if it has its own. */
  days: Map<number, Hours | null>;
  /** Weekdays that were taken out. */
  excepted: Set<number>;
  /** The hours of weekdays without their own. */
  hours: Hours | null;
  dates: { role: Role; said: SaidDays }[];
  count: number | null;
  weeks: number | null;
  /** In minutes. */
  length: number | null;
  everyWeeks: number;
  /** "Not on …" was left open, or names days that no calendar here knows. */
  hasOpenException: boolean;
}

/** What was read so far, and what the words just read lead to. */
interface Reading {
  said: Said;
  role: Role;
  /** "Not on" was said, and no date since: weekdays that follow are taken out. */
  isExcepting: boolean;
}

/** Reads what begins at a place and returns where reading goes on; null when something else begins there. */
type Reader = (reading: Reading, tokens: readonly Token[], at: number) => number | null;

/** Reads tokens from left to right: what a preposition leads to, and what Tatar puts behind. */
export function readSaid(tokens: readonly Token[]): Said {
  const said: Said = {
    days: new Map(),
    excepted: new Set(),
    hours: null,
    dates: [],
    count: null,
    weeks: null,
    length: null,
    everyWeeks: 1,
    hasOpenException: false,
  };
  const reading: Reading = { said, role: null, isExcepting: false };
  for (let at = 0; at < tokens.length; ) at = readOne(reading, tokens, at);
  return said;
}

function readOne(reading: Reading, tokens: readonly Token[], at: number): number {
  for (const read of [takeDates, takeAmount, takeHours, takeWeekdays, takeCue]) {
    const next = read(reading, tokens, at);
    if (next !== null) return next;
  }
  return at + 1;
}

const takeDates: Reader = (reading, tokens, at) => {
  const said = readDays(tokens, at);
  if (said === null) return null;
  const behind = tokens[said.next]?.kind;
  const role = behind === "apart" ? "except" : behind === "upTo" ? "until" : said.ablative ? "from" : reading.role;
  reading.said.dates.push({ role, said });
  if (reading.role !== "except") reading.role = null;
  reading.isExcepting = false;
  reading.said.hasOpenException = false;
  return behind === "apart" || behind === "upTo" ? said.next + 1 : said.next;
};

/** "12 lessons", "6 weeks", "90 minutes". */
const takeAmount: Reader = ({ said }, tokens, at) => {
  const number = tokens[at];
  if (number?.kind !== "number") return null;
  switch (tokens[at + 1]?.kind) {
    case "lessons": {
      // "2 раза в неделю" says how often and not how many.
      const isFrequency = tokens[at + 2]?.kind === "at" && tokens[at + 3]?.kind === "weeks";
      if (!isFrequency) said.count = number.value;
      return at + (isFrequency ? 4 : 2);
    }
    case "weeks":
      if (tokens[at - 1]?.kind === "every") said.everyWeeks = number.value;
      else said.weeks = number.value;
      return at + 2;
    case "minutes":
      said.length = number.value;
      return at + 2;
    default:
      return null;
  }
};

/** Hours belong to the weekdays before them that have none; the first ones to all that stay without. */
const takeHours: Reader = (reading, tokens, at) => {
  const read = readHours(tokens, at);
  if (read === null) return null;
  const { said } = reading;
  for (const [weekday, own] of said.days) said.days.set(weekday, own ?? read.hours);
  said.hours ??= read.hours;
  if (reading.role !== "except") reading.role = null;
  return read.next;
};

const takeWeekdays: Reader = (reading, tokens, at) => {
  const read = readWeekdays(tokens, at);
  if (read === null) return null;
  const { said } = reading;
  for (const weekday of read.weekdays) {
    if (reading.isExcepting) said.excepted.add(weekday);
    else if (!said.days.has(weekday)) said.days.set(weekday, null);
  }
  if (reading.role !== "except") reading.role = null;
  said.hasOpenException = false;
  return read.next;
};

/** Words that say nothing by themselves. */
const takeCue: Reader = (reading, tokens, at) => {
  const [before, cue, after] = [tokens[at - 1]?.kind, tokens[at]?.kind, tokens[at + 1]?.kind];
  const { said } = reading;
  switch (cue) {
    case "other":
      if (before === "every" || before === "weeks" || after === "weeks") said.everyWeeks = 2;
      break;
    case "from":
    case "until":
      if (!reading.isExcepting) reading.role = cue;
      break;
    case "except":
      reading.role = "except";
      reading.isExcepting = true;
      said.hasOpenException = true;
      break;
    case "holiday":
      said.hasOpenException = true;
      break;
    default:
      return null;
  }
  return at + 1;
};

/** The weekdays said at a place among tokens: "Mon", "Mon–Fri", "daily", "every day", "көн саен". */
function readWeekdays(tokens: readonly Token[], at: number): { weekdays: number[]; next: number } | null {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  switch (token?.kind) {
    case "weekday": {
      const last = after?.kind === "dash" || after?.kind === "until" ? tokens[at + 2] : undefined;
      return last?.kind === "weekday"
        ? { weekdays: weekdaysBetween(token.weekday, last.weekday), next: at + 3 }
        : { weekdays: [token.weekday], next: at + 1 };
    }
    case "daily":
      return { weekdays: weekdaysBetween(1, 7), next: at + 1 };
    case "workdays":
      return { weekdays: weekdaysBetween(1, 5), next: at + 1 };
    case "weekend":
      return { weekdays: weekdaysBetween(6, 7), next: at + 1 };
    case "every":
      return before?.kind === "day" || after?.kind === "day" ? { weekdays: weekdaysBetween(1, 7), next: at + 1 } : null;
    default:
      return null;
  }
}

/** Friday to Monday goes over the end of the week. */
function weekdaysBetween(first: number, last: number): number[] {
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}
