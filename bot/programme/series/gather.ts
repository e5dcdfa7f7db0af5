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

/** Reads tokens from left to right: what a preposition leads to, and what Tatar puts behind. */
export function gather(tokens: readonly Token[]): Said {
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
  let role: Role = null;
  let isOpen = false;
  const addDays = (weekdays: readonly number[]) => {
    for (const weekday of weekdays) {
      if (role === "except" && isOpen) said.excepted.add(weekday);
      else if (!said.days.has(weekday)) said.days.set(weekday, null);
    }
    if (role !== "except") role = null;
    said.hasOpenException = false;
  };

  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const [before, after] = [tokens[at - 1]?.kind, tokens[at + 1]];
    const days = readDays(tokens, at);
    if (days !== null) {
      const behind = tokens[days.next]?.kind;
      const own: Role = behind === "apart" ? "except" : behind === "upTo" ? "until" : days.ablative ? "from" : role;
      said.dates.push({ role: own, said: days });
      role = role === "except" ? role : null;
      isOpen = false;
      said.hasOpenException = false;
      at = days.next + (behind === "apart" || behind === "upTo" ? 1 : 0);
      continue;
    }
    if (token.kind === "number" && after?.kind === "lessons") {
      // "2 раза в неделю" says how often and not how many.
      const isFrequency = tokens[at + 2]?.kind === "at" && tokens[at + 3]?.kind === "weeks";
      if (!isFrequency) said.count = token.value;
      at += isFrequency ? 4 : 2;
      continue;
    }
    if (token.kind === "number" && after?.kind === "weeks") {
      if (before === "every") said.everyWeeks = token.value;
      else said.weeks = token.value;
      at += 2;
      continue;
    }
    if (token.kind === "number" && after?.kind === "minutes") {
      said.length = token.value;
      at += 2;
      continue;
    }
    const hours = readHours(tokens, at);
    if (hours !== null) {
      const open = [...said.days].filter(([, own]) => own === null);
      for (const [weekday] of open) said.days.set(weekday, hours.hours);
      said.hours ??= hours.hours;
      if (role !== "except") role = null;
      at = hours.next;
      continue;
    }
    at += 1;
    switch (token.kind) {
      case "weekday": {
        const last = after?.kind === "dash" || after?.kind === "until" ? tokens[at + 1] : undefined;
        addDays(last?.kind === "weekday" ? weekdaysBetween(token.weekday, last.weekday) : [token.weekday]);
        if (last?.kind === "weekday") at += 2;
        break;
      }
      case "daily":
        addDays([1, 2, 3, 4, 5, 6, 7]);
        break;
      case "workdays":
        addDays([1, 2, 3, 4, 5]);
        break;
      case "weekend":
        addDays([6, 7]);
        break;
      case "every":
        if (before === "day" || after?.kind === "day") addDays([1, 2, 3, 4, 5, 6, 7]);
        break;
      case "other":
        if (before === "every" || before === "weeks" || after?.kind === "weeks") said.everyWeeks = 2;
        break;
      case "from":
      case "until":
        if (!(role === "except" && isOpen)) role = token.kind;
        break;
      case "except":
        role = "except";
        isOpen = true;
        said.hasOpenException = true;
        break;
      case "holiday":
        said.hasOpenException = true;
        break;
      default:
    }
  }
  return said;
}

/** Friday to Monday goes over the end of the week. */
function weekdaysBetween(first: number, last: number): number[] {
  const length = (last - first + 7) % 7;
  return Array.from({ length: length + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
}
