import { addDays, type Reading, weekdayOf } from "../../../../when/days.ts";
import { findDaysAndHours } from "../../../../when/parse/find-days.ts";
import { daysBetween } from "../../../../when/parse/parse-dates.ts";
import { tokenise, wordAt } from "../../../../when/tokens.ts";
import { linesOf } from "../extracted.ts";

/** Lines in which a list tells of which days it is. */
const headLines = 6;
/** Days of the longest week that a list may be of. */
const longestWeek = 8;
/** «4 пт 18:30», "4, Fri": a number of a day and its weekday begin a line; or the weekday comes first. */
const numberFirst = /^[^\p{L}\p{N}]*(\d{1,2})(?=[\s,(|.]{1,3}(\p{L}{2,12})(?!\p{L}))/u;
const weekdayFirst = /^[^\p{L}\p{N}]*(\p{L}{2,12})[\s,(|.]{1,3}(\d{1,2})(?![\d:.]|\s?\p{L}{3})/u;
/** A weekday that nothing but an hour follows. */
const weekdayAlone = /^[^\p{L}\p{N}]*(\p{L}{2,12})(?=[\s:,.–—-]*(?:$|\d{1,2}[:.]\d\d))/u;

/**
 * Writes the days of a list whole where its lines tell a part and its heading the rest: «4 пт 18:30» below «Репертуар на декабрь»,
 * «Понедельник» below «30 ноября – 6 декабря». A weekday that does not fit its number stays as it is.
 */
export function completeDays(text: string, reading: Reading): string {
  const head = linesOf(text).slice(0, headLines);
  const week = weekOf(
    head.map(({ value }) => value),
    reading,
  );
  const month =
    week === null
      ? monthOf(
          head.map(({ value }) => value),
          reading,
        )
      : null;
  if (week === null && month === null) return text;
  return text
    .split("\n")
    .map((line) => (month ? withMonth(line, month) : line))
    .map((line) => (week ? withDay(line, week) : line))
    .join("\n");
}

/** The ISO dates of the week that a heading names. */
function weekOf(head: readonly string[], reading: Reading): string[] | null {
  for (const line of head) {
    const { days } = findDaysAndHours(tokenise(line), reading);
    const range = days.find(({ value }) => value.isRange);
    if (range === undefined) continue;
    const all = daysBetween(range.value.days);
    return all.length <= longestWeek ? all : null;
  }
  return null;
}

interface NamedMonth {
  /** The first day of it, ISO. */
  first: string;
  /** As it is written behind a day. */
  word: string;
}

/** The month that a heading names without a day. */
function monthOf(head: readonly string[], reading: Reading): NamedMonth | null {
  for (const line of head) {
    const tokens = tokenise(line);
    if (tokens.some((token) => token.kind === "clock" || token.kind === "date")) return null;
    if (findDaysAndHours(tokens, reading).days.length > 0) return null;
    const at = tokens.findIndex((_, place) => wordAt(tokens, place).month !== undefined);
    const token = tokens[at];
    if (token === undefined) continue;
    const word = line.slice(token.start, token.end);
    const [first] = findDaysAndHours(tokenise(`1 ${word}`), reading).days;
    const date = first?.value.days[0];
    return date === undefined ? null : { first: date, word };
  }
  return null;
}

const weekdayIn = (word: string): number | undefined => wordAt(tokenise(word), 0).weekday;

function withMonth(line: string, { first, word }: NamedMonth): string {
  const [lead = "", number = "", weekday = ""] = numberFirst.exec(line) ?? [];
  if (number !== "" && isDayOf(first, Number(number), weekday)) return `${lead} ${word} ${line.slice(lead.length)}`;
  const [all = "", before = "", day = ""] = weekdayFirst.exec(line) ?? [];
  return day !== "" && isDayOf(first, Number(day), before) ? `${all} ${word} ${line.slice(all.length)}` : line;
}

/** Whether the day of that number falls on that weekday in the month. */
function isDayOf(first: string, number: number, weekday: string): boolean {
  const date = addDays(first, number - 1);
  return number > 0 && date.slice(0, 7) === first.slice(0, 7) && weekdayIn(weekday) === weekdayOf(date);
}

function withDay(line: string, week: readonly string[]): string {
  const [lead = "", word = ""] = weekdayAlone.exec(line) ?? [];
  const weekday = weekdayIn(word);
  const fitting = week.filter((date) => weekdayOf(date) === weekday);
  return fitting.length === 1 ? `${lead} ${fitting[0]}${line.slice(lead.length)}` : line;
}
