import { DateTime } from "luxon";
import { type Reading, resolveDay, todayOf } from "../../when/days.ts";
import type { Hours } from "../../when/hours.ts";
import { readPauses } from "../../when/parse/parse-recurrence.ts";
import type { Span } from "../../when/span.ts";
import { readStatement } from "../../when/statement/read-statement.ts";
import type { Statement } from "../../when/statement/statement.ts";
import { tokenise } from "../../when/tokens.ts";
import { inZone } from "../../words/time/local-time.ts";
import type { LessonTime } from "../lessons/lesson.ts";
import type { Move } from "../lessons/moving/plan-move.ts";
import type { NewHours } from "../lessons/moving/shift.ts";

/** How a series is to move, as plain JSON; `from` is an ISO date of the group's zone, null: from now on. */
export interface SeriesMove {
  from: string | null;
  shift: Move;
}

/** Characters of an answer. */
const readAtMost = 300;

/**
 * `nothing`: neither days nor hours nor "later"; `start`: there is no such day; `pause`: when not is unclear. `unused`:
 * where words stand that nothing was made of; they are to be asked about.
 */
export type ParsedShift = { unused: Span[] } & (
  | { kind: "move"; move: SeriesMove }
  | { kind: "unclear"; what: "nothing" | "start" | "pause" }
);

/**
 * Reads where the lessons of a group go: "on Tuesdays and Thursdays at 11:00 from 8 December", "по средам в 12", "an hour
 * later", "на полчаса раньше с 1 декабря". `weekdays` are those on which it meets (ISO, in order): as many new ones
 * replace them one by one, fewer that are among them change their hours alone. Any other number of days, a pause or every
 * other week is another week, which the lessons are laid on: "вт, чт и сб в 11, кроме 1–8 января".
 */
export function parseShift(typed: string, weekdays: readonly number[], reading: Reading): ParsedShift {
  const said = readStatement(tokenise(typed.slice(0, readAtMost)));
  const { unused } = said;
  const days = said.dates.filter(({ role }) => role !== "except").flatMap((dates) => dates.days);
  const [day] = days;
  const from = day === undefined ? null : resolveDay(day, reading);
  const isUnclear =
    days.length > 1 || (day !== undefined && from === null) || (day?.kind === "date" && day.isAmbiguous);
  if (isUnclear) return { kind: "unclear", what: "start", unused };
  const shift = shiftOf(said, weekdays, from ?? todayOf(reading), reading);
  return typeof shift === "string"
    ? { kind: "unclear", what: shift, unused }
    : { kind: "move", move: { from, shift }, unused };
}

function shiftOf(
  said: Statement,
  weekdays: readonly number[],
  start: string,
  reading: Reading,
): Move | "nothing" | "pause" {
  if (said.shift !== null) return { minutes: said.shift };
  const hoursOf = (own: readonly Hours[] | null) => toHours(own?.[0] ?? null, said.length);
  // Two hours a day are two lessons, and which of them goes where nobody said.
  if ([said.hours, ...said.weekdays.values()].some((hours) => hours !== null && hours.length > 1)) return "nothing";
  const days = [...said.weekdays].sort(([one], [other]) => one - other);
  if (days.length === 0) {
    if (said.hours === null) return "nothing";
    return { days: Object.fromEntries(weekdays.map((old) => [old, hoursOf(said.hours)])) };
  }
  const named = days.map(([weekday, own]) => ({ weekday, ...hoursOf(own ?? said.hours) }));
  const pauses = readPauses(said, start, reading);
  if (pauses === null) return "pause";
  const known = named.filter(({ weekday }) => weekdays.includes(weekday));
  // "Wednesdays at 12" of a group that meets on Mondays too.
  if (named.length < weekdays.length && known.length === named.length && said.hours !== null) {
    return { days: Object.fromEntries(named.map((own) => [own.weekday, own])) };
  }
  const { interval } = said;
  if (named.length !== weekdays.length || interval > 1 || pauses.length > 0) {
    return { week: { days: named, everyWeeks: interval, pauses } };
  }
  const pairs = weekdays.map((old, index): [number, NewHours] => [old, named[index] ?? {}]);
  return { days: Object.fromEntries(pairs) };
}

function toHours(hours: Hours | null, length: number | null): NewHours {
  if (hours === null) return length === null ? {} : { length };
  const { from, until } = hours;
  const said = until === null ? length : (until - from + 1440) % 1440;
  return { time: from % 1440, ...(said !== null && { length: said }) };
}

/** On which weekdays (ISO, in order) lessons usually are: some that were moved out of their turn do not count. */
export function weekdaysOf(lessons: readonly LessonTime[], zone: string): number[] {
  const unmoved = lessons.filter(({ status }) => status === "scheduled");
  const usual = unmoved.length * 3 >= lessons.length * 2 ? unmoved : lessons;
  return [...new Set(usual.map(({ startsAt }) => inZone(startsAt, zone).weekday))].sort();
}

/** From when on a series moves, as an instant. */
export const fromOf = ({ from }: SeriesMove, now: Date, zone: string): Date =>
  from === null ? now : DateTime.fromISO(from, { zone }).toJSDate();
